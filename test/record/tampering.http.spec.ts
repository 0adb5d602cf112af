import { diagnose, type Diagnosis } from '../../src/record/doctor/doctor';
import { Sequencer } from '../../src/record';
import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';

let world: World;
let log: string;
beforeAll(async () => {
  const sharing = await Sharing.start();
  world = sharing.world;
  await sharing.inForce('cncert', 'PK-CN');
  for (const title of ['One', 'Two', 'Three']) {
    await sharing.released(title);
    await sharing.pull('cncert');
    await world.app.get(Sequencer, { strict: false }).once();
  }
  const [row] = await world.owner.query<{ id: string }[]>(
    `SELECT id FROM record_log WHERE kind = 'relationship'`,
  );
  log = row!.id;
});
afterAll(() => world.close());

/** What is found after somebody with the rights of the owner has been at it, past every guard; then all is as it was. */
async function found(...statements: string[]): Promise<Diagnosis> {
  const db = world.owner.createQueryRunner();
  await db.startTransaction();
  try {
    await db.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) await db.query(statement);
    return await diagnose((sql, parameters) => db.query(sql, parameters) as never);
  } finally {
    await db.rollbackTransaction();
    await db.release();
  }
}
const kinds = ({ drift }: Diagnosis) => [...new Set(drift.map(({ what }) => what))].sort();
const leaf = (index: number) =>
  `(SELECT entry_id FROM record_leaf WHERE log_id = '${log}' AND index = ${index})`;

it('finds nothing where nobody was at it', async () => {
  const well = await found();
  expect(well).toMatchObject({ found: 0, drift: [], waiting: 0 });
  const [{ entries, disclosures }] = await world.owner.query<[{ entries: number; disclosures: number }]>(
    'SELECT (SELECT count(*)::int FROM record_entry) AS entries, (SELECT count(*)::int FROM disclosure) AS disclosures',
  );
  expect([well.entries, well.disclosures]).toEqual([entries, disclosures]);
  expect(disclosures).toBeGreaterThan(0);
});

const FLIP = (column: string) => `set_byte(${column}, 20, get_byte(${column}, 20) # 1)`;

it.each<[string, () => string[], string[]]>([
  [
    'one byte of a payload',
    () => [
      `UPDATE record_payload SET payload = ${FLIP('payload')} WHERE entry_id = ${leaf(1)} AND audience = 'shared'`,
    ],
    ['part'],
  ],
  [
    'one byte of a salt',
    () => [`UPDATE record_payload SET salt = ${FLIP('salt')} WHERE entry_id = ${leaf(1)}`],
    ['part'],
  ],
  [
    'one byte of an entry',
    () => [`UPDATE record_entry SET canonical = ${FLIP('canonical')} WHERE id = ${leaf(1)}`],
    ['checkpoint', 'entry'],
  ],
  [
    'one byte of a leaf hash',
    () => [`UPDATE record_leaf SET hash = ${FLIP('hash')} WHERE log_id = '${log}' AND index = 1`],
    ['entry', 'node'],
  ],
  [
    'one byte of a node',
    () => [
      `UPDATE record_node SET hash = ${FLIP('hash')} WHERE log_id = '${log}' AND level = 1 AND index = 0`,
    ],
    ['node'],
  ],
  [
    'one byte of a signed root',
    () => [`UPDATE record_checkpoint SET root = ${FLIP('root')} WHERE log_id = '${log}'`],
    ['checkpoint'],
  ],
  [
    'one byte of what left',
    () => [
      `ALTER TABLE rendition DROP CONSTRAINT rendition_check`,
      `UPDATE rendition SET bytes = ${FLIP('bytes')}`,
    ],
    ['rendition'],
  ],
  [
    'the digest of a disclosure',
    () => [`UPDATE disclosure SET content_sha256 = ${FLIP('content_sha256')}`],
    ['disclosure'],
  ],
  [
    'two entries that changed places',
    () => [
      'ALTER TABLE record_leaf DROP CONSTRAINT record_leaf_entry_id_key',
      `UPDATE record_leaf l SET entry_id = o.entry_id, hash = o.hash FROM record_leaf o
       WHERE l.log_id = '${log}' AND o.log_id = l.log_id AND l.index + o.index = 1`,
    ],
    ['checkpoint', 'node'],
  ],
  ['an entry that was deleted', () => [`DELETE FROM record_entry WHERE id = ${leaf(1)}`], ['lost']],
  [
    'an entry that was deleted with its leaf',
    () => [
      `DELETE FROM record_entry WHERE id = ${leaf(1)}`,
      `DELETE FROM record_leaf WHERE log_id = '${log}' AND index = 1`,
    ],
    ['checkpoint', 'head', 'leaf', 'node'],
  ],
  [
    'the newest entries that were deleted with all that tells of them',
    () => [
      `DELETE FROM record_checkpoint WHERE log_id = '${log}' AND size > 3`,
      `DELETE FROM record_entry WHERE id IN (SELECT entry_id FROM record_leaf WHERE log_id = '${log}' AND index >= 3)`,
      `DELETE FROM record_leaf WHERE log_id = '${log}' AND index >= 3`,
    ],
    ['head', 'node'],
  ],
  [
    'an entry that was inserted past the queue',
    () => [
      `INSERT INTO record_entry (id, log_id, kind, at, canonical) VALUES (gen_random_uuid(), '${log}', 'disclosure', now(), '\\x7b7d')`,
    ],
    ['lost'],
  ],
  [
    'a head that was signed with another key',
    () => [`UPDATE record_checkpoint SET public_key = sha256('another') WHERE log_id = '${log}'`],
    ['checkpoint'],
  ],
])('finds %s', async (_, statements, expected) => {
  const { drift, found: count, ...rest } = await found(...statements());
  expect(kinds({ drift, found: count, ...rest })).toEqual(expect.arrayContaining(expected));
  expect(count).toBeGreaterThan(0);
});
