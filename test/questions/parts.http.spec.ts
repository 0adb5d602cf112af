import type { World } from '../cast';
import { expected, type Sharing } from '../disclosure/sharing-world';
import { PARTS, PartsWorld, WIDE } from '../disclosure/parts-world';

interface Told {
  rule: string;
  name: string;
  part: number;
  action: string;
  says: string;
  agreement: string | null;
  clause: string | null;
}

let parts: PartsWorld;
let sharing: Sharing;
let world: World;
beforeAll(async () => {
  parts = await PartsWorld.start();
  ({ sharing, world } = parts);
  await sharing.inForce('cncert', 'PK-CN-WIDE', { ...WIDE, clause: 'Art. 9' });
  await sharing.inForce('corvia', 'PK-CO-NARROW');
});
afterAll(() => world.close());

const ask = <Answer>(path: string) =>
  expected(200, world.as('pkcert-liaison').get(`/api/v1/decisions/${path}`)) as Promise<Answer>;
const short = (told: Told[]) => told.map(({ rule, part, action, clause }) => [rule, part, action, clause]);

const NARROW = [
  ['T-01', 2, 'drop', 'Art. 1'],
  ['T-02', 3, 'issuer', 'Art. 1'],
  ['T-03', 4, 'drop', 'Art. 1'],
  ['T-04', 5, 'drop', 'Art. 1'],
  ['T-04', 6, 'drop', 'Art. 1'],
];

test('a preview says of each team which part is changed or left out, by which rule and clause', async () => {
  const id = await parts.draft('Previewed', PARTS);
  const preview = await ask<{
    everybody: { transformations: [] };
    items: { team: string; transformations: Told[] }[];
  }>(`preview?item=${id}`);
  const of = (team: string) => preview.items.find((one) => one.team === team)!.transformations;
  expect(short(of('cncert'))).toEqual([['T-04', 6, 'drop', 'Art. 9']]);
  expect(short(of('corvia'))).toEqual(NARROW);
  expect(of('corvia')[0]).toEqual({
    ...{ rule: 'T-01', name: 'victim identity', part: 2, action: 'drop', says: 'the victim is not told' },
    ...{ agreement: 'PK-CO-NARROW', terms_version: 1, clause: 'Art. 1' },
  });
  expect(of('corvia')[3]!.says).toBe('its own question is refused by D-04: the marking is above the ceiling');
  // Nobody but partners would get it.
  expect(preview.everybody.transformations).toEqual([]);
});

test('a preview of a public release says what everybody would not get', async () => {
  const sent = [PARTS[0]!, PARTS[1]!, PARTS[4]!];
  const id = await parts.draft('Previewed for all', sent, { tlp: 'CLEAR' });
  const { everybody } = await ask<{ everybody: { transformations: Told[] } }>(
    `preview?item=${id}&public=true`,
  );
  expect(short(everybody.transformations)).toEqual([
    ['T-01', 2, 'drop', null],
    ['T-04', 3, 'drop', null],
  ]);
});

describe('of what was read', () => {
  let own: string;
  let readAt: string;
  beforeAll(async () => {
    own = await parts.released('Read');
    await parts.read('corvia', 'Read');
    readAt = world.clock.now().toISOString();
  });

  test('an explanation says what becomes of its parts, and nothing of those that go as they are', async () => {
    const explained = await ask<{ transformations: Told[] }>(`explain?item=${own}&team=corvia`);
    expect(short(explained.transformations)).toEqual(NARROW);
    for (const team of ['pkcert', 'dunmere'])
      expect(
        (await ask<{ transformations: [] }>(`explain?item=${own}&team=${team}`)).transformations,
      ).toEqual([]);
  });

  test('the record keeps what was done, and a replay finds no difference, also once the terms are others', async () => {
    world.clock.advance(1000);
    await sharing.amend('corvia', 'PK-CO-NARROW', 2, { victim_identity: 'full' });
    const replayed = await ask<{
      transformations: Told[];
      recorded: { transformations: Told[] };
      differences: [];
    }>(`replay?item=${own}&team=corvia&at=${readAt}`);
    expect(short(replayed.transformations)).toEqual(NARROW);
    expect(short(replayed.recorded.transformations)).toEqual(NARROW);
    expect(replayed.differences).toEqual([]);
    const explained = await ask<{ transformations: Told[] }>(`explain?item=${own}&team=corvia`);
    expect(short(explained.transformations)).toEqual(NARROW.slice(1));
  });

  test('the log that the partner reads says nothing of parts', async () => {
    for (const side of ['corvia', 'pkcert'] as const) {
      const auditor = world.as(`${side}-auditor`);
      const { items } = (await expected(200, auditor.get('/api/v1/logs'))) as {
        items: { id: string; kind: string }[];
      };
      for (const { id } of items) {
        const { text } = await auditor.get(`/api/v1/logs/${id}/entries?format=jsonl`);
        for (const word of ['T-0', 'transformation', 'kword', ...PARTS.map(({ title }) => title)])
          expect([side, text.includes(word)]).toEqual([side, false]);
      }
    }
  });
});

test('the terms and the directions say in words what goes of victims, sources and persons', async () => {
  const { terms } = (await expected(
    200,
    world.as('cncert-liaison').get('/api/v1/agreements/PK-CN-WIDE'),
  )) as {
    terms: { grants: object[] }[];
  };
  expect(terms[0]!.grants[0]).toMatchObject({
    ...{ victim_identity: 'full', source_attribution: 'may', personal_data: 'full_with_basis' },
    in_words: expect.stringContaining(
      'victims are named; sources may be named; personal data goes in full; released since',
    ) as string,
  });
  const { directions } = (await expected(200, world.withKey('cncert').get('/api/v1/me'))) as {
    directions: { in_words: string; victim_identity: string }[];
  };
  expect(directions[0]).toMatchObject({
    victim_identity: 'full',
    in_words: expect.stringContaining(
      'Victims are named. Sources may be named. Personal data goes in full.',
    ) as string,
  });
});

test.each([
  ['victim_identity', 'by_consent'],
  ['source_attribution', 'should'],
  ['personal_data', 'some'],
  ['victim_identity', null],
])('terms with %s: %s are refused, as no rule stands behind them', async (term, value) => {
  const answer = await world
    .as('pkcert-liaison')
    .post('/api/v1/agreements/PK-CN-WIDE/terms')
    .send({
      grants: [
        {
          ...{
            from: 'pkcert',
            to: 'cncert',
            clause: 'Art. 1',
            categories: 'any',
            sectors: 'any',
            reach_back: 'none',
          },
          information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
          [term]: value,
        },
      ],
    });
  expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ field: `grants.0.${term}` }] }]);
});
