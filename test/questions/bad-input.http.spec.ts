import { isProblem } from '../cast/bad-input';
import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { Desk } from './asking';

type Row = [question: string, change: Record<string, unknown>, field: string];

const AT = '2026-03-02T08:00:00Z';
const ROWS: Row[] = [
  ...['explain', 'replay', 'preview'].flatMap((question): Row[] => [
    [question, { item: undefined }, 'item'],
    [question, { item: '' }, 'item'],
    [question, { item: 'short' }, 'item'],
    [question, { item: "x' OR '1'='1" }, 'item'],
    [question, { item: 'x'.repeat(2000) }, 'item'],
    [question, { item: ['PK-0000-0000-0', 'PK-0000-0000-0'] }, 'item'],
    [question, { item: 'PK-0000-0000-0' }, 'item'],
    ...['0', '-1', '1.5', '1e2', '0x10', '', 'latest', '99999999999', '1000001'].map((version): Row => [
      question,
      { version },
      'version',
    ]),
    [question, { person: 'anybody' }, 'person'],
  ]),
  ...['explain', 'replay'].flatMap((question): Row[] =>
    [undefined, '', 'CNCERT', 'c', '../etc', 'a'.repeat(41), 'cn cert', 'ćert'].map((team): Row => [
      question,
      { team },
      'team',
    ]),
  ),
  ...['explain', 'replay'].flatMap((question): Row[] => [
    ...['', 'REST', 'pigeon', 'any'].map((channel): Row => [question, { channel }, 'channel']),
    ...['', 'gossip', 'sanctions'].map((purpose): Row => [question, { purpose }, 'purpose']),
  ]),
  ...[
    undefined,
    '',
    'now',
    '2026-03-02',
    '2026-03-02T08:00:00',
    '2026-02-30T08:00:00Z',
    '2026-W10-1T08:00:00Z',
    '1989-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '2026-03-02T08:00:00.001Z',
    '2026-03-01T08:00:00Z',
  ].map((at): Row => ['replay', { at }, 'at']),
  ...['yes', '1', 'TRUE', '', 'null'].map((value): Row => ['preview', { public: value }, 'public']),
  ...['0', '201', 'all'].map((limit): Row => ['preview', { limit }, 'limit']),
  ['preview', { team: 'cncert' }, 'team'],
  ['preview', { channel: 'rest' }, 'channel'],
  ['explain', { at: AT }, 'at'],
];

describe('questions that are not well put', () => {
  let world: World;
  let item: string;
  beforeAll(async () => {
    const sharing = await Sharing.start();
    world = sharing.world;
    item = await sharing.draft('Asked about');
  });
  afterAll(() => world.close());

  const good = (question: string): Record<string, unknown> => ({
    item,
    ...(question === 'preview' ? {} : { team: 'cncert' }),
    ...(question === 'replay' ? { at: AT } : {}),
  });

  it.each(['explain', 'replay', 'preview'])('are well put otherwise: %s', async (question) => {
    expect((await new Desk(world).ask(question, good(question))).status).toBe(200);
  });

  it.each(ROWS)('%s with %j is refused with the name of the field', async (question, change, field) => {
    const query = Object.fromEntries(
      Object.entries({ ...good(question), ...change }).filter(([, value]) => value !== undefined),
    );
    const answer = await new Desk(world).ask(question, query);
    const { errors = [] } = answer.body as { errors?: { field: string }[] };
    expect([answer.status, isProblem(answer), [...new Set(errors.map((one) => one.field))]]).toEqual([
      422,
      true,
      [field],
    ]);
  });

  it('leave nothing in the house log', async () => {
    const entries: object[] = await world.owner.query(
      "SELECT 1 FROM record_entry WHERE kind = 'decision-asked'",
    );
    expect(entries).toHaveLength(3);
  });
});
