import { FILES } from '../../src/record/bundle/format';
import { BundleFile } from '../../src/record/bundle/read-bundle';
import { addedToHouseLog, type Asker, everyone, expectedRefusal } from '../cast';
import { expected } from '../disclosure/sharing-world';
import { Bundles, type Files } from './bundle-world';

let bundles: Bundles;
beforeAll(async () => {
  bundles = await Bundles.start();
});
afterAll(() => bundles.close());

it('a complete export verifies by itself, and says what it relied on', async () => {
  const found = await bundles.verified(await bundles.zipped());
  const [{ n }] = await bundles.world.owner.query<[{ n: number }]>(
    'SELECT count(*)::int AS n FROM record_entry WHERE log_id = $1',
    [bundles.log],
  );
  expect(found).toMatchObject({
    holds: true,
    faults: [],
    size: n,
    entries: n,
    pinned: false,
    consistent_with: null,
  });
  expect(
    await bundles.verified(await bundles.zipped(), { keys: found.keys, earlier: bundles.earlier }),
  ).toMatchObject({
    ...{ holds: true, pinned: true },
    consistent_with: Number(bundles.earlier.split('\n')[1]),
  });
});

it('holds the parts that the exporting side may read, and of the other side only the commitment', () => {
  const entries = bundles.files
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
    [...audiences].filter((one) => one === bundles.world.organizations.cncert),
  );
  expect(entries.some(({ entry }) => entry.includes(bundles.world.organizations.pkcert))).toBe(true);
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
  const { holds, faults } = await bundles.verified(await bundles.zipped(changes));
  expect([holds, faults.map((one) => one.check)]).toEqual([false, expect.arrayContaining([check])]);
});

it('a bundle that is signed with another key than the one that is trusted is refused', async () => {
  const { keys } = await bundles.verified(await bundles.zipped());
  const [name] = keys[0]!.split('+');
  const other = `${name}+aaaaaaaa+AQAA`;
  expect(await bundles.verified(await bundles.zipped(), { keys: [other] })).toMatchObject({ holds: false });
});

it('an export of an older head than one that was kept, or of another log, is found by what was kept', async () => {
  const later = bundles.earlier.replace(/\n\d+\n/, '\n900\n');
  const rolled = await bundles.verified(await bundles.zipped(), { earlier: later });
  expect(rolled.faults).toMatchObject([
    { check: 'consistency', says: expect.stringContaining('rolled back') },
  ]);
  const other = bundles.earlier.replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(32, 7).toString('base64')}\n`);
  const forked = await bundles.verified(await bundles.zipped(), { earlier: other });
  expect(forked.faults).toMatchObject([{ check: 'consistency', says: expect.stringContaining('forked') }]);
});

it.each([
  ['no zip', Buffer.from('no zip')],
  ['nothing', Buffer.alloc(0)],
])('%s is no bundle', async (_, content) => {
  await expect(BundleFile.open(bundles.written(content))).rejects.toThrow('cannot be read as a zip');
});
it.each(Object.values(FILES))('a zip without %s is no bundle', async (name) => {
  const path = await bundles.zipped({ [name]: () => null });
  await expect(BundleFile.open(path)).rejects.toThrow(`${name} is missing`);
});

it('both sides export the same entries of their relationship, each with its own parts', async () => {
  const theirs = await bundles.exported('pkcert-auditor');
  const mine = await bundles.exported('cncert-auditor');
  const entriesOf = (some: Files) =>
    some
      .get(FILES.entries)!
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { entry: string }).entry);
  expect(entriesOf(theirs)).toEqual(entriesOf(mine));
});

it('an export is itself an entry', async () => {
  const added = await addedToHouseLog(bundles.world, 'cncert', () =>
    bundles.exported('cncert-auditor').then(() => undefined),
  );
  expect(added).toMatchObject([
    { kind: 'log-exported', shared: { exported: bundles.log, format: 'bundle', agreement: 'PK-CN' } },
  ]);
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('exports the logs of the own organization, as an auditor, and gets of any other what is absent', async () => {
    const refusal = expectedRefusal(asker, ['auditor']);
    const party = asker.organization === 'pkcert' || asker.organization === 'cncert';
    const { status } = await asker.ask(bundles.world).get(`/api/v1/logs/${bundles.log}/bundle`);
    expect(status).toBe(refusal ?? (party ? 200 : 404));
    await expected(
      refusal ?? 404,
      asker.ask(bundles.world).get('/api/v1/logs/0b9e4c1a-0000-4000-8000-000000000000/bundle'),
    );
  });
});
