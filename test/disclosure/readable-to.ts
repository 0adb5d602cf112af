import type { DataSource } from 'typeorm';
import { BY_REST, type How } from './witnesses';

/** The versions of others that a reader finds when it asks for all there are. */
export const readableTo =
  (app: DataSource) =>
  (reader: string, at: number, person: string | null = null, { channel, purpose }: How = BY_REST) =>
    app.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('app.viewer_org', $1, true), set_config('app.at', $2, true), set_config('app.viewer_person', $3, true),
         set_config('app.channel', $4, true), set_config('app.purpose', $5, true)`,
        [reader, new Date(at).toISOString(), person ?? '', channel ?? '', purpose ?? ''],
      );
      const rows = await manager.query<{ id: string }[]>('SELECT id FROM item_version WHERE owner_id <> $1', [
        reader,
      ]);
      return rows.map(({ id }) => id).sort();
    });
