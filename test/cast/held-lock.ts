import { withConnection } from '../../src/platform/connection';
import type { World } from './world';

/** Holds an advisory lock on a connection of its own while others run into it. */
export async function holding<T>(world: World, lock: string, work: () => Promise<T>): Promise<T> {
  return withConnection(world.ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(app.lock_key($1))', [lock]);
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(app.lock_key($1))', [lock]);
    }
  });
}

/** Lets nothing be written to a table meanwhile. */
export async function withTableHeld(world: World, table: string, work: () => Promise<void>): Promise<void> {
  await withConnection(world.ownerUrl, async (client) => {
    await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    try {
      await work();
    } finally {
      await client.query('ROLLBACK');
    }
  });
}

const WAITING = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Resolves once as many wait for advisory locks. */
export async function untilWaiting(world: World, many: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const [row] = await world.owner.query<{ n: number }[]>(WAITING);
    if (row?.n === many) return;
    await new Promise((settle) => setTimeout(settle, 10));
  }
  throw new Error('It did not come about.');
}
