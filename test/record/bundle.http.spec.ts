import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { FILES } from '../../src/record/bundle/format';
import { BundleFile } from '../../src/record/bundle/read-bundle';
import { verifyBundle, type VerifyWith } from '../../src/record/bundle/verify-bundle';
import { Sequencer } from '../../src/record';
import { addedToHouseLog, type Asker, everyone, expectedRefusal, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

let world: World;
let folder: string;
let log: string;
let files: Map<string, Buffer>;
let earlier: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-bundle-'));
  const sharing = await Sharing.start();
  world = sharing.world;
  await sharing.inForce('cncert', 'PK-CN');
  const sequencer = world.app.get(Sequencer, { strict: false });
  await sequencer.once();
  const [row] = await world.owner.query<{ id: string }[]>(
    `SELECT id FROM record_log WHERE kind = 'relationship'`,
  );
  log = row!.id;
  earlier = (await world.as('cncert-auditor').get(`/api/v1/logs/${log}/checkpoint`)).text;
  for (const title of ['One', 'Two', 'Three']) {
    await sharing.released(title);
    await sharing.pull('cncert');
  }
  await sequencer.once();
  files = await exported('cncert-auditor');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

let made = 0;
const fresh = () => join(folder, `${(made += 1)}.zip`);

async function exported(by: 'cncert-auditor' | 'pkcert-auditor', id = log): Promise<Map<string, Buffer>> {
  const { status, body } = await world
    .as(by)
    .get(`/api/v1/logs/${id}/bundle`)
    .buffer()
    .parse((answer, done) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => done(null, Buffer.concat(parts)))
        .on('error', (error) => done(error, null));
    });
  expect(status).toBe(200);
  const path = fresh();
  writeFileSync(path, body as Buffer);
  const file = await BundleFile.open(path);
  const found = new Map<string, Buffer>();
  for (const name of Object.values(FILES))
    found.set(name, name === FILES.leaves ? await file.leaves(1000) : Buffer.from(await file.text(name)));
  file.close();
  return found;
}

/** Writes files as a zip, with some of them changed; null leaves one out. */
async function zipped(changes: Record<string, (content: Buffer) => Buffer | null> = {}): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of files) {
    const changed = changes[name] ? changes[name](content) : content;
    if (changed) zip.addBuffer(changed, name);
  }
  for (const [name, make] of Object.entries(changes))
    if (!files.has(name)) zip.addBuffer(make(Buffer.alloc(0))!, name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as unknown as Buffer);
  const path = fresh();
  writeFileSync(path, Buffer.concat(parts));
  return path;
}
async function verified(path: string, words: VerifyWith = {}) {
  const file = await BundleFile.open(path);
  try {
    return await verifyBundle(file, words);
  } finally {
    file.close();
  }
}
const lines = (change: (all: string[]) => string[]) => (content: Buffer) =>
  Buffer.from(`${change(content.toString().trimEnd().split('\n')).join('\n')}\n`);
/** What is found of the entries when their file is changed. */
const ofEntries = async (change: (all: string[]) => string[]) => {
  const { holds, faults } = await verified(await zipped({ [FILES.entries]: lines(change) }));
  const found = faults.find(({ check }) => check === 'entries')?.entry;
  return [holds, found?.fault, found?.index];
};

it('a complete export verifies by itself, and says what it relied on', async () => {
  const found = await verified(await zipped());
  const [{ n }] = await world.owner.query<[{ n: number }]>(
    'SELECT count(*)::int AS n FROM record_entry WHERE log_id = $1',
    [log],
  );
  expect(found).toMatchObject({
    holds: true,
    faults: [],
    size: n,
    entries: n,
    pinned: false,
    consistent_with: null,
  });
  expect(await verified(await zipped(), { keys: found.keys, earlier })).toMatchObject({
    ...{ holds: true, pinned: true },
    consistent_with: Number(earlier.split('\n')[1]),
  });
});

it('holds the parts that the exporting side may read, and of the other side only the commitment', () => {
  const entries = files
    .get(FILES.entries)!
    .toString()
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          entry: string;
          parts: { audience: string }[];
        },
    );
  const audiences = new Set(entries.flatMap(({ parts }) => parts.map(({ audience }) => audience)));
  expect([...audiences].filter((one) => one !== 'shared' && one !== 'content')).toEqual(
    [...audiences].filter((one) => one === world.organizations.cncert),
  );
  expect(entries.some(({ entry }) => entry.includes(world.organizations.pkcert))).toBe(true);
});

describe('what was done to the entries of an export is named with the first of them', () => {
  it('a changed byte of an entry', async () => {
    expect(
      await ofEntries((all) => all.with(1, all[1]!.replace('\\"kind\\":\\"', '\\"kind\\":\\"x'))),
    ).toEqual([false, 'changed', 1]);
  });
  it('a changed byte of a part', async () => {
    expect(
      await ofEntries((all) => {
        const entry = JSON.parse(all[2]!) as { parts: { payload: string }[] };
        entry.parts[0]!.payload = entry.parts[0]!.payload.replace(/.$/, ' }');
        return all.with(2, JSON.stringify(entry));
      }),
    ).toEqual([false, 'part-changed', 2]);
  });
  it('a part that is left out', async () => {
    expect(
      await ofEntries((all) => {
        const entry = JSON.parse(all[0]!) as { parts: { audience: string }[] };
        entry.parts = entry.parts.filter(({ audience }) => audience !== 'shared');
        return all.with(0, JSON.stringify(entry));
      }),
    ).toEqual([false, 'part-missing', 0]);
  });
  it('one that is dropped', async () => {
    expect(await ofEntries((all) => all.toSpliced(1, 1))).toEqual([false, 'dropped', 1]);
  });
  it('the last that is dropped', async () => {
    const count = files.get(FILES.leaves)!.length / 32;
    expect(await ofEntries((all) => all.slice(0, -1))).toEqual([false, 'truncated', count - 1]);
    expect(await ofEntries((all) => all.slice(0, 2))).toEqual([false, 'truncated', 2]);
  });
  it('one that is added, in between or at the end', async () => {
    const foreign = (all: string[]) =>
      JSON.stringify({ ...(JSON.parse(all[0]!) as object), entry: '{"more":1}' });
    const count = files.get(FILES.leaves)!.length / 32;
    expect(await ofEntries((all) => all.toSpliced(1, 0, foreign(all)))).toEqual([false, 'added', 1]);
    expect(await ofEntries((all) => [...all, foreign(all)])).toEqual([false, 'added', count]);
  });
  it('two that change places', async () => {
    expect(await ofEntries((all) => all.with(0, all[2]!).with(2, all[0]!))).toEqual([false, 'reordered', 0]);
  });
  it('one that calls itself another', async () => {
    expect(await ofEntries((all) => all.with(1, all[1]!.replace('"index":1', '"index":7')))).toEqual([
      false,
      'reordered',
      1,
    ]);
  });
  it('a line that is no entry', async () => {
    expect(await ofEntries((all) => all.with(1, '{'))).toEqual([false, 'unreadable', 1]);
  });
});

it.each<[string, Record<string, (content: Buffer) => Buffer>, string]>([
  ['a leaf hash', { [FILES.leaves]: (all) => Buffer.concat([Buffer.alloc(32), all.subarray(32)]) }, 'leaves'],
  ['fewer leaf hashes', { [FILES.leaves]: (all) => all.subarray(32) }, 'leaves'],
  [
    'the root',
    {
      [FILES.checkpoint]: (all) =>
        Buffer.from(all.toString().replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(32).toString('base64')}\n`)),
    },
    'signature',
  ],
  ['the page', { [FILES.page]: () => Buffer.from('<p>All is well.</p>') }, 'manifest'],
  [
    'the manifest',
    {
      [FILES.manifest]: (all) =>
        Buffer.from(all.toString().replace('"made_for": "cncert"', '"made_for": "corvia"')),
    },
    'manifest',
  ],
  ['another file', { 'more.txt': () => Buffer.from('More.') }, 'manifest'],
])('%s that is changed is found', async (_, changes, check) => {
  const { holds, faults } = await verified(await zipped(changes));
  expect([holds, faults.map((one) => one.check)]).toEqual([false, expect.arrayContaining([check])]);
});

it('a bundle that is signed with another key than the one that is trusted is refused', async () => {
  const { keys } = await verified(await zipped());
  const [name] = keys[0]!.split('+');
  const other = `${name}+aaaaaaaa+AQAA`;
  expect(await verified(await zipped(), { keys: [other] })).toMatchObject({ holds: false });
});

it('an export of an older head than one that was kept, or of another log, is found by what was kept', async () => {
  const later = earlier.replace(/\n\d+\n/, '\n900\n');
  const rolled = await verified(await zipped(), { earlier: later });
  expect(rolled.faults).toMatchObject([
    { check: 'consistency', says: expect.stringContaining('rolled back') },
  ]);
  const other = earlier.replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(32, 7).toString('base64')}\n`);
  const forked = await verified(await zipped(), { earlier: other });
  expect(forked.faults).toMatchObject([{ check: 'consistency', says: expect.stringContaining('forked') }]);
});

it.each([
  ['no zip', Buffer.from('no zip')],
  ['nothing', Buffer.alloc(0)],
])('%s is no bundle', async (_, content) => {
  const path = fresh();
  writeFileSync(path, content);
  await expect(BundleFile.open(path)).rejects.toThrow('cannot be read as a zip');
});
it.each(Object.values(FILES))('a zip without %s is no bundle', async (name) => {
  const path = await zipped({ [name]: () => null });
  await expect(BundleFile.open(path)).rejects.toThrow(`${name} is missing`);
});

it('both sides export the same entries of their relationship, each with its own parts', async () => {
  const theirs = await exported('pkcert-auditor');
  const mine = await exported('cncert-auditor');
  const entriesOf = (some: Map<string, Buffer>) =>
    some
      .get(FILES.entries)!
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { entry: string }).entry);
  expect(entriesOf(theirs)).toEqual(entriesOf(mine));
});

it('an export is itself an entry', async () => {
  const added = await addedToHouseLog(world, 'cncert', () =>
    exported('cncert-auditor').then(() => undefined),
  );
  expect(added).toMatchObject([
    { kind: 'log-exported', shared: { exported: log, format: 'bundle', agreement: 'PK-CN' } },
  ]);
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('exports the logs of the own organization, as an auditor, and gets of any other what is absent', async () => {
    const refusal = expectedRefusal(asker, ['auditor']);
    const party = asker.organization === 'pkcert' || asker.organization === 'cncert';
    const { status } = await asker.ask(world).get(`/api/v1/logs/${log}/bundle`);
    expect(status).toBe(refusal ?? (party ? 200 : 404));
    await expected(
      refusal ?? 404,
      asker.ask(world).get('/api/v1/logs/0b9e4c1a-0000-4000-8000-000000000000/bundle'),
    );
  });
});
