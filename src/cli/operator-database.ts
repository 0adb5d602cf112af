import { entities } from '../entities';
import type { Operator } from '../organizations';
import { Clock } from '../platform/clock';
import { createDataSource } from '../platform/data-source';
import { prepareDatabase } from '../platform/prepare-database';
import { loadSettings } from '../platform/settings';

/** Runs an act of the operator on the owner's connection, beside a running server or without one. */
export async function withOperator<T>(work: (operator: Operator) => Promise<T>): Promise<T> {
  const database = await prepareDatabase(loadSettings());
  try {
    const owner = await createDataSource(database.ownerUrl, { entities }).initialize();
    try {
      return await work({ owner, clock: new Clock() });
    } finally {
      await owner.destroy();
    }
  } finally {
    await database.stop();
  }
}
