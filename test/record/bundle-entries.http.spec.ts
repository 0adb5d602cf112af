import { FILES } from '../../src/record/bundle/format';
import { Bundles } from './bundle-world';

let bundles: Bundles;
beforeAll(async () => {
  bundles = await Bundles.start();
});
afterAll(() => bundles.close());

const lines = (change: (all: string[]) => string[]) => (content: Buffer) =>
  Buffer.from(`${change(content.toString().trimEnd().split('\n')).join('\n')}\n`);
/** What is found of the entries when their file is changed. */
const ofEntries = async (change: (all: string[]) => string[]) => {
  const { holds, faults } = await bundles.verified(await bundles.zipped({ [FILES.entries]: lines(change) }));
  const found = faults.find(({ check }) => check === 'entries')?.entry;
  return [holds, found?.fault, found?.index];
};

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
    const count = bundles.files.get(FILES.leaves)!.length / 32;
    expect(await ofEntries((all) => all.slice(0, -1))).toEqual([false, 'truncated', count - 1]);
    expect(await ofEntries((all) => all.slice(0, 2))).toEqual([false, 'truncated', 2]);
  });
  it('one that is added, in between or at the end', async () => {
    const foreign = (all: string[]) =>
      JSON.stringify({ ...(JSON.parse(all[0]!) as object), entry: '{"more":1}' });
    const count = bundles.files.get(FILES.leaves)!.length / 32;
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
  it('a part that is none', async () => {
    for (const part of [null, {}, { audience: 'shared', salt: 1, payload: '{}' }])
      expect(
        await ofEntries((all) =>
          all.with(1, JSON.stringify({ ...(JSON.parse(all[1]!) as object), parts: [part] })),
        ),
      ).toEqual([false, 'unreadable', 1]);
  });
  it('nothing, where an entry holds what ends a line elsewhere', async () => {
    const { faults } = await bundles.verified(
      await bundles.zipped({
        [FILES.entries]: lines((all) => all.with(0, all[0]!.replace('{', '{"more":"\u2028",'))),
      }),
    );
    expect(faults.map(({ check }) => check)).toEqual(['manifest']);
  });
  it('a line that is no entry', async () => {
    expect(await ofEntries((all) => all.with(1, '{'))).toEqual([false, 'unreadable', 1]);
  });
});
