import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Sequencer, type Step } from '../../src/record';
import { noteVerifier, openNote } from '../../src/record/tree/note';
import { verifierKeyOf } from '../../src/record/tree/keys';
import { startWorld, type World } from '../cast';

const WRITERS = 16;
const EACH = 12;

let world: World;
let sequencer: Sequencer;
let logs: string[];
beforeAll(async () => {
  world = await startWorld();
  sequencer = world.app.get(Sequencer, { strict: false });
  logs = (
    await world.owner.query<{ id: string }[]>(
      `SELECT id FROM record_log WHERE kind = 'house' ORDER BY id LIMIT 3`,
    )
  ).map(({ id }) => id);
  await sequencer.once();
});
afterAll(() => world.close());

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
/** The root as RFC 6962 §2.1 defines it, by recursion. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? sha();
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha(Buffer.from([1]), rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

const append = (client: Pick<Client, 'query'>, log: string, id: string) =>
  client.query(
    `INSERT INTO record_entry (id, log_id, kind, at, canonical) VALUES ($1, $2, 'filler', now(), convert_to($3, 'UTF8'))`,
    [id, log, JSON.stringify({ id })],
  );

interface Leaf {
  entry_id: string;
  index: string;
  hash: Buffer;
  canonical: Buffer;
}
const leavesOf = (log: string) =>
  world.owner.query<Leaf[]>(
    'SELECT l.entry_id, l.index, l.hash, e.canonical FROM record_leaf l JOIN record_entry e ON e.id = l.entry_id WHERE l.log_id = $1 ORDER BY l.index',
    [log],
  );

/** What holds of every log, whatever happened: no gap, no duplicate, nothing lost, and each signed head is of this tree. */
async function isWhole(): Promise<void> {
  const all = await world.owner.query<{ id: string }[]>('SELECT id FROM record_log');
  for (const { id: log } of all) {
    const [entries, leaves] = [
      await world.owner.query<{ id: string }[]>('SELECT id FROM record_entry WHERE log_id = $1', [log]),
      await leavesOf(log),
    ];
    expect(leaves.map(({ index }) => Number(index))).toEqual(leaves.map((_, place) => place));
    expect(leaves.map(({ entry_id: id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
    const hashes = leaves.map(({ canonical }) => sha(Buffer.from([0]), canonical));
    expect(leaves.map(({ hash }) => hash)).toEqual(hashes);
    const signed = await world.owner.query<
      { size: string; root: Buffer; note: string; public_key: Buffer; origin: string }[]
    >(
      `SELECT c.size, c.root, c.note, c.public_key, h.origin FROM record_checkpoint c JOIN record_head h USING (log_id)
       WHERE c.log_id = $1 ORDER BY c.size`,
      [log],
    );
    for (const { size, root, note, public_key: key, origin } of signed) {
      expect(root).toEqual(rootOf(hashes.slice(0, Number(size))));
      expect(openNote(note, [noteVerifier(verifierKeyOf(origin, key))!])).toMatchObject({
        text: `${origin}\n${size}\n${root.toString('base64')}\n`,
      });
    }
    if (leaves.length > 0) expect(signed.at(-1)?.size).toBe(String(leaves.length));
  }
}

it('holds what is there from the beginning', isWhole);

it('by 16 writers, some of whom take back, loses nothing, doubles nothing and leaves no gap', async () => {
  const committed: string[] = [];
  let writing = true;
  const looking = [
    sequencer,
    new (Object.getPrototypeOf(sequencer).constructor)(
      ...[
        world.jobsUrl,
        { publicUrl: 'http://127.0.0.1:3000', secret: 'x'.repeat(40) },
        console,
        world.clock,
      ],
    ) as Sequencer,
  ].map(async (one) => {
    while (writing) await one.once();
    if (one !== sequencer) await one.stop();
  });
  const write = async (writer: number) => {
    const client = new Client({ connectionString: world.ownerUrl });
    await client.connect();
    for (let n = 0; n < EACH; n += 1) {
      const ids = [randomUUID(), randomUUID()];
      await client.query('BEGIN');
      for (const id of ids) await append(client, logs[(writer + n) % logs.length]!, id);
      await new Promise((settle) => setTimeout(settle, (writer * 7 + n * 3) % 11));
      const takesBack = (writer + n) % 5 === 0;
      await client.query(takesBack ? 'ROLLBACK' : 'COMMIT');
      if (!takesBack) committed.push(...ids);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  writing = false;
  await Promise.all(looking);
  await sequencer.once();
  await isWhole();
  const found = (await Promise.all(logs.map(leavesOf))).flat().map(({ entry_id: id }) => id);
  expect(committed.filter((id) => !found.includes(id))).toEqual([]);
});

it('puts what was committed before something began before it', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const late = new Client({ connectionString: world.ownerUrl });
  await late.connect();
  await late.query('BEGIN');
  // It has the lower position, and commits later.
  await append(late, logs[0]!, first);
  await world.owner.query(
    `INSERT INTO record_entry (id, log_id, kind, at, canonical) VALUES ($1, $2, 'filler', now(), '\\x7b7d')`,
    [second, logs[0]],
  );
  await sequencer.once();
  await late.query('COMMIT');
  await late.end();
  await sequencer.once();
  const places = (await leavesOf(logs[0]!)).map(({ entry_id: id }) => id);
  expect(places.indexOf(second)).toBeLessThan(places.indexOf(first));
  await isWhole();
});

describe.each<Step>(['sequence', 'sign', 'publish'])('that fails before it is to %s', (step) => {
  it('is made good by the next, whoever that is', async () => {
    for (const log of logs) await append(world.owner as never, log, randomUUID());
    const fails = sequencer.once((now) => {
      if (now === step) throw new Error('failed before');
    });
    await expect(fails).rejects.toThrow('failed before');
    await sequencer.once();
    await isWhole();
  });

  it('after some of it was done is made good as well', async () => {
    for (const log of logs) await append(world.owner as never, log, randomUUID());
    let times = 0;
    const fails = sequencer.once((now) => {
      if (now === step && (times += 1) > 1) throw new Error('failed after');
    });
    await fails.catch(() => undefined);
    for (const log of logs) await append(world.owner as never, log, randomUUID());
    await sequencer.once();
    await isWhole();
  });
});

it('that is stored twice is stored once', async () => {
  const [kept] = await world.owner.query<Record<string, unknown>[]>(
    `SELECT c.log_id, c.size, c.root, h.origin, c.public_key, c.note, c.signed_at FROM record_checkpoint c JOIN record_head h USING (log_id) LIMIT 1`,
  );
  const sql = 'SELECT app.keep_checkpoint($1, $2, $3, $4, $5, $6, $7) AS kept';
  expect(await world.owner.query(sql, Object.values(kept!))).toEqual([{ kept: false }]);
});

it('of another tree, another size or another name is never kept', async () => {
  await append(world.owner as never, logs[0]!, randomUUID());
  await world.owner.query('SELECT app.sequence_record(10)');
  const [head] = await world.owner.query<{ size: string; origin: string; root: Buffer }[]>(
    'SELECT size, origin, app.tree_root(log_id, size) AS root FROM record_head WHERE log_id = $1',
    [logs[0]],
  );
  const { size, origin, root } = head!;
  const keep = (change: { size?: number; root?: Buffer; origin?: string }) => {
    const said = { size: Number(size), root, origin, ...change };
    const note = `${said.origin}\n${said.size}\n${said.root.toString('base64')}\n\n— x y\n`;
    return world.owner.query('SELECT app.keep_checkpoint($1, $2, $3, $4, $5, $6, now()) AS kept', [
      ...[logs[0], said.size, said.root, said.origin, Buffer.alloc(32), note],
    ]);
  };
  await expect(keep({ root: Buffer.alloc(32) })).rejects.toThrow('of the tree that there is');
  await expect(keep({ size: Number(size) + 1 })).rejects.toThrow('of the tree that there is');
  await expect(keep({ origin: 'another.example/log' })).rejects.toThrow('of the tree that there is');
  await sequencer.once();
  await isWhole();
});
