import { ViewerTransaction } from '../../../src/platform/viewer-transaction';
import { Opening } from '../../../src/disclosure/obligations/opening';
import type { World } from '../../cast';
import { expected, type Pulled, Sharing } from '../sharing-world';
import { releaseMany } from './many-items';

interface Row {
  kind: string;
  severities: string[] | null;
  opened_at: Date;
  due_at: Date;
  met_at: Date | null;
  means: string | null;
}
const MINUTE = 60_000;
const TERMS = {
  obligations: {
    acknowledge_within: { minutes: 240, by_severity: { critical: 30 } },
    retention_days: 90,
  },
};

let sharing: Sharing;
let world: World;
beforeEach(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-OWES', TERMS);
  world.clock.advance(1000);
});
afterEach(() => world.close());

/** One request of the feed, a second after the last. */
async function page(cursor?: string, limit = 1000): Promise<Pulled & { items: unknown[] }> {
  world.clock.advance(1000);
  const query = `limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
  return (await expected(200, world.withKey('cncert').get(`/api/v1/feed?${query}`))) as Pulled & {
    items: unknown[];
  };
}
const rows = () =>
  world.owner.query<Row[]>(
    `SELECT o.kind, o.severities, o.opened_at, o.due_at, f.at AS met_at, f.means FROM obligation o
     LEFT JOIN obligation_fact f ON f.obligation_id = o.id ORDER BY o.kind, o.due_at`,
  );
const receipts = async () => (await rows()).filter(({ kind }) => kind === 'acknowledge');

test('a pull of 3,000 items opens a handful of obligations, and pulling on meets the acknowledgement of all', async () => {
  await releaseMany(sharing, 3000);
  let [cursor, count]: [string | undefined, number] = [undefined, 0];
  for (let more = true; more;) {
    const told = await page(cursor);
    count += told.items.length;
    [cursor, more] = [told.next, told.more];
  }
  expect(count).toBe(3000);
  const opened = await rows();
  expect(opened.map(({ kind, severities, met_at }) => [kind, severities, met_at])).toEqual([
    ['acknowledge', ['critical', 'unknown'], null],
    ['acknowledge', ['high', 'low', 'medium', 'none'], null],
    ['destroy', null, null],
  ]);
  await page(cursor);
  const at = world.clock.now();
  expect((await rows()).map(({ met_at, means }) => [met_at, means])).toEqual([
    [at, 'pull'],
    [at, 'pull'],
    [null, null],
  ]);
});

test('to open what a page of many owes takes as many statements as for a page of a few', async () => {
  await releaseMany(sharing, 220);
  const [transaction, opening] = [world.app.get(ViewerTransaction), world.app.get(Opening)];
  let [statements, counting] = [0, false];
  const spies = (['query', 'prepared'] as const).map((name) => {
    const original = transaction[name].bind(transaction) as (...all: unknown[]) => unknown;
    return jest.spyOn(transaction, name).mockImplementation(((...all: unknown[]) => {
      if (counting) statements += 1;
      return original(...all);
    }) as never);
  });
  const open = opening.open.bind(opening);
  const spy = jest.spyOn(opening, 'open').mockImplementation(async (...all) => {
    counting = true;
    await open(...all);
    counting = false;
  });
  const counted = async (limit: number, cursor?: string) => {
    statements = 0;
    const { next } = await page(cursor, limit);
    return { next, statements };
  };
  const first = await counted(10);
  const few = await counted(10, first.next);
  const many = await counted(200, few.next);
  [...spies, spy].forEach((one) => one.mockRestore());
  expect([few.statements > 0, many.statements]).toEqual([true, few.statements]);
});

test('the time runs from the delivery: a partner who pulls the same place again has acknowledged nothing', async () => {
  await sharing.released('One', { severity: 'critical' });
  const { next } = await page();
  const at = world.clock.now().getTime();
  await page();
  await page();
  expect(await receipts()).toEqual([
    expect.objectContaining({
      opened_at: new Date(at),
      due_at: new Date(at + 30 * MINUTE),
      met_at: null,
    }),
  ]);
  await page(next);
  expect((await receipts())[0]!.met_at).toEqual(world.clock.now());
});

test('what arrives within a minute is one set, and what arrives after it another', async () => {
  await sharing.released('First');
  const first = await page();
  await sharing.released('Second');
  const second = await page(first.next);
  expect((await receipts()).map(({ met_at }) => met_at)).toEqual([null]);
  world.clock.advance(60_000);
  await sharing.released('Third');
  const third = await page(second.next);
  expect((await receipts()).map(({ means }) => means)).toEqual(['pull', null]);
  await page(third.next);
  expect((await receipts()).map(({ means }) => means)).toEqual(['pull', 'pull']);
});

test('who acknowledges every item of a set by name has met it; all but one is not enough', async () => {
  await sharing.released('One');
  await sharing.released('Two');
  const { items } = (await page()) as unknown as { items: { item: { id: string } }[] };
  const acknowledge = (id: string) =>
    expected(
      200,
      world
        .as('cncert-liaison')
        .post('/api/v1/acknowledgements')
        .send({ items: [id] }),
    );
  await acknowledge(items[0]!.item.id);
  expect((await receipts()).map(({ means }) => means)).toEqual([null]);
  await acknowledge(items[1]!.item.id);
  expect((await receipts()).map(({ means }) => means)).toEqual(['items']);
});

test('what is read by itself is delivered by the answer, and its destruction falls due all the same', async () => {
  const own = await sharing.released('By itself');
  world.clock.advance(1000);
  await expected(200, world.withKey('cncert').get('/api/v1/advisories'));
  expect(own).toBeDefined();
  expect((await rows()).map(({ kind }) => kind)).toEqual(['destroy']);
});

test('where several agreements admit the same the strictest time counts', async () => {
  await sharing.inForce('cncert', 'PK-CN-STRICT', {
    obligations: { acknowledge_within: { minutes: 15 }, retention_days: 10 },
  });
  world.clock.advance(1000);
  await sharing.released('Twice admitted');
  await page();
  const at = world.clock.now().getTime();
  expect((await rows()).map(({ kind, due_at }) => [kind, due_at.getTime() - at])).toEqual([
    ['acknowledge', 15 * MINUTE],
    ['destroy', 10 * 1440 * MINUTE],
  ]);
});

test('what was disclosed under former terms keeps what those obliged to', async () => {
  await sharing.released('Before');
  const { next } = await page();
  await sharing.amend('cncert', 'PK-CN-OWES', 2, { obligations: { retention_days: 5 } });
  world.clock.advance(1000);
  await sharing.released('After');
  await page(next);
  const days = (await rows()).filter(({ kind }) => kind === 'destroy');
  expect(days.map(({ opened_at, due_at }) => (+due_at - +opened_at) / (1440 * MINUTE))).toEqual([5, 90]);
});
