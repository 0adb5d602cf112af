import type { DataSource } from 'typeorm';
import type { Moment } from './given-world';

/** Two people of an organization: who writes and records, and who releases. */
export interface Hands {
  author: (organization: string) => string;
  releaser: (organization: string) => string;
  /** Who confirms what the author recorded, a person of the same organization. */
  second?: (organization: string) => string;
}

export const time = (moment: Moment | null) => (moment === null ? null : new Date(moment));
export const before = new Date(0);

/** One row, as the owner of the tables. */
export async function insertRow(owner: DataSource, table: string, values: object): Promise<void> {
  const names = Object.keys(values);
  await owner.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(values) as unknown[],
  );
}
