import type { Client } from 'pg';

/** What the triggers would have made while rows were copied: a summary has its variant's reference. */
export async function seedReferences(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO item_reference SELECT app.new_reference('XZ'), item_id, owner_id, team_id FROM variant
     ON CONFLICT (reference) DO NOTHING`,
  );
  await client.query('SELECT app.make_reference(item_id, owner_id, team_id) FROM variant');
}
