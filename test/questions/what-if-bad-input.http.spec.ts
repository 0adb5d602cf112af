import { randomUUID } from 'node:crypto';
import { isProblem } from '../cast/bad-input';
import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { WhatIfDesk } from './what-if-asking';

type Part = '' | '/items' | '/csv';
type Row = [change: Record<string, unknown>, field: string];

const GOOD: Record<string, Record<string, unknown>> = {
  enter: { step: 'enter', agreement: 'PK-XD', terms: 1 },
  suspend: { step: 'suspend', agreement: 'PK-CN' },
  end: { step: 'end', agreement: 'PK-CN' },
  stop: { step: 'stop', to: 'cncert' },
};
const of = (step: string, change: object): Record<string, unknown> => ({ ...GOOD[step], ...change });
const long = (length: number) => 'x'.repeat(length);

const STEPS: Row[] = [
  ...[undefined, '', 'accede', 'accession', 'END', 'end ', 'notice', 'amend'].map((step): Row => [
    of('end', { step }),
    'step',
  ]),
  [{ step: ['end', 'end'], agreement: 'PK-CN' }, 'step'],
  ...['enter', 'suspend', 'end'].flatMap((step): Row[] => [
    [of(step, { agreement: undefined }), 'agreement'],
    ...['', 'pk-cn', '-PK', long(61), "X' OR '1'='1", '../etc'].map((agreement): Row => [
      of(step, { agreement }),
      'agreement',
    ]),
    ...['', 'now', '2026-03-02T08:00:00', '2026-02-30', '1989-12-31', '2200-01-01'].map((at): Row => [
      of(step, { at }),
      'at',
    ]),
    [of(step, { at: '2026-03-01T08:00:00Z' }), 'at'],
    [of(step, { person: 'anybody' }), 'person'],
  ]),
  ...[undefined, '', '0', '-1', '1.5', '1e2', '0x1', 'latest', '9999999'].map((terms): Row => [
    of('enter', { terms }),
    'terms',
  ]),
  [of('suspend', { from: 'pkcert' }), 'to'],
  [of('suspend', { to: 'pkcert' }), 'from'],
  [of('suspend', { from: 'pkcert', to: 'corvia' }), 'to'],
  [of('suspend', { from: 'nobody', to: 'cncert' }), 'from'],
  [of('suspend', { from: 'cncert', to: 'pkcert' }), 'from'],
  [of('suspend', { from: 'PKCERT', to: 'cncert' }), 'from'],
  ...[
    '',
    'rumour',
    'indicator,',
    'indicator, statistics',
    'indicator,indicator',
    ['indicator', 'statistics'],
  ].map((information_types): Row => [of('suspend', { information_types }), 'information_types']),
  ...[undefined, '', 'CNCERT', 'c', 'nobody', 'public', 'cn cert', long(41)].map((to): Row => [
    of('stop', { to }),
    'to',
  ]),
  ...[undefined, '', 'PK-CN', 'not-an-id'].map((pause): Row => [
    of('resume', { step: 'resume', pause }),
    'pause',
  ]),
  ...Object.entries({ agreement: 'PK-CN', at: '2026-03-03', to: 'cncert', terms: 1 }).map(
    ([field, value]): Row => [of('resume', { step: 'resume', pause: randomUUID(), [field]: value }), field],
  ),
  // What a step does not weigh is never taken for weighed.
  [of('stop', { agreement: 'PK-CN' }), 'agreement'],
  [of('stop', { at: '2026-03-03' }), 'at'],
  [of('stop', { from: 'pkcert' }), 'from'],
  [of('end', { terms: 1 }), 'terms'],
  [of('end', { pause: randomUUID() }), 'pause'],
  [of('end', { to: 'cncert' }), 'to'],
  [of('suspend', { terms: 1 }), 'terms'],
  [of('end', { information_types: 'indicator' }), 'information_types'],
  [of('enter', { from: 'pkcert' }), 'from'],
];
const WANTED: Row[] = [
  ...['', 'CNCERT', 'c', long(41)].map((team): Row => [of('end', { team }), 'team']),
  ...['', 'gained', 'LOSES'].map((change): Row => [of('end', { change }), 'change']),
];
const PAGES: Row[] = [
  ...['0', '201', 'all'].map((limit): Row => [of('end', { limit }), 'limit']),
  [of('end', { cursor: '' }), 'cursor'],
];
const each = (part: Part, rows: Row[]) => rows.map(([query, field]) => [part, query, field] as const);

describe('what if, not well put', () => {
  let world: World;
  beforeAll(async () => {
    const sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.unsigned('dunmere', 'PK-XD');
  });
  afterAll(() => world.close());

  it.each(Object.values(GOOD))('is well put otherwise: %j', async (query) => {
    for (const part of ['', '/items', '/csv'] as const)
      expect((await new WhatIfDesk(world).ask(query, part)).status).toBe(200);
  });

  it.each([
    ...each('', [...STEPS, ...WANTED.map(([query]): Row => [query, Object.keys(query).at(-1)!])]),
    ...each('/items', [...STEPS, ...WANTED, ...PAGES]),
    ...each('/csv', [...STEPS, ...WANTED, [of('end', { limit: '1' }), 'limit']]),
  ])('what-if%s with %j is refused with the name of the field', async (part, query, field) => {
    const sent = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    const answer = await new WhatIfDesk(world).ask(sent, part);
    const { errors = [] } = answer.body as { errors?: { field: string }[] };
    const fields = [...new Set(errors.map((one) => one.field))];
    expect([answer.status, isProblem(answer), fields]).toEqual([422, true, [field]]);
  });

  it('leaves nothing in the house log', async () => {
    const entries: object[] = await world.owner.query(
      "SELECT 1 FROM record_entry WHERE kind = 'decision-asked'",
    );
    expect(entries).toHaveLength(Object.keys(GOOD).length * 3);
  });
});
