import type { World } from '../cast';
import type { Witnesses } from './witnesses';

/** Gives all whom random worlds may name the role of a duty officer, so that each may ask, whomever one names. */
export async function appointOfficers({ owner }: World, { officers }: Witnesses): Promise<void> {
  for (const { person } of officers)
    await owner.query(
      `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', '2026-01-01') ON CONFLICT DO NOTHING`,
      [person],
    );
}
