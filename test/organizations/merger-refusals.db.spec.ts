import { mergingFaults, type Merging } from '../../src/organizations/rules/merging';
import { startWorld, type World } from '../cast';
import { create, merge, preview } from './merging';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const handle of ['arden', 'brook']) await create(world, handle, { country: 'XE' });
});
afterAll(() => world.close());

const draft = (audience: object) => ({
  title: 'Invented',
  summary: 'Nothing of this is so.',
  handling: {
    tlp: 'GREEN',
    information_type: 'threat_report',
    categories: ['fraud/phishing'],
    sectors: ['energy'],
    audience,
  },
});

describe('a merger is refused when the one that ends', () => {
  test.each<[string, string, string, RegExp]>([
    ['is the other', 'arden', 'arden', /not merged into itself/],
    ['is the public', 'public', 'arden', /the public is no organization/],
    ['would become the public', 'arden', 'public', /the public is no organization/],
    [
      'has constituents and the other is no national CERT',
      'pkcert',
      'itu',
      /banking, energy, telecom.*no national/,
    ],
    ['has constituents and the other is of another country', 'pkcert', 'corvia', /another country/],
    ['has the other below it', 'pkcert', 'banking', /no national CERT/],
  ])('%s', async (_, from, into, why) => {
    await expect(merge(world, from, into)).rejects.toMatchObject({
      code: 'organization/not-mergeable',
      detail: expect.stringMatching(why) as string,
    });
  });

  test.each([
    ['nobody', 'arden'],
    ['arden', 'nobody'],
    ['ARDEN', 'brook'],
  ])('is none: %s into %s', async (from, into) => {
    await expect(merge(world, from, into)).rejects.toMatchObject({ code: 'invalid', status: 422 });
  });

  test('has filed a report', async () => {
    const report = { title: 'Invented', aware_at: '2026-03-01T08:00:00Z' };
    await world.as('energy-analyst').post('/api/v1/reports').send(report);
    expect((await preview(world, 'energy', 'telecom')).faults).toEqual([
      'energy has reports it filed or received (1)',
    ]);
  });

  test('owns an item, be it a draft', async () => {
    const { body } = await world
      .as('banking-analyst')
      .post('/api/v1/advisories')
      .send(draft({ include: [] }));
    expect((await preview(world, 'banking', 'telecom')).faults).toEqual([
      'banking has advisories and incidents it owns (1)',
      `banking is tied to advisory ${body.id as string}`,
    ]);
  });

  test('is named in the audience of an item', async () => {
    const sent = draft({ include: ['corvia'] });
    const { status } = await world.as('pkcert-analyst').post('/api/v1/advisories').send(sent);
    expect(status).toBe(201);
    expect((await preview(world, 'corvia', 'dunmere')).faults).toEqual([
      'corvia is named in the audience of versions of items (1)',
    ]);
  });

  test('changes nothing then', async () => {
    await expect(merge(world, 'energy', 'telecom')).rejects.toThrow(/reports/);
    expect((await world.as('energy-analyst').get('/api/v1/me')).status).toBe(200);
    expect((await world.withKey('itu').get('/api/v1/organizations/energy')).body.handle).toBe('energy');
  });
});

describe('the rule of mergers', () => {
  const side = { kind: 'national-cert', country: 'XE', merged: false } as const;
  const possible: Merging = {
    from: { ...side, handle: 'a' },
    into: { ...side, handle: 'b' },
    constituents: ['c'],
    holdings: [
      { table: 'account', rows: 3 },
      { table: 'item', rows: 0 },
    ],
    named: [],
    audiences: 0,
  };

  test('lets an organization go on which nothing rests', () => {
    expect(mergingFaults(possible)).toEqual([]);
  });

  test('refuses what it does not know', () => {
    const holdings = [{ table: 'something_new', rows: 1 }];
    expect(mergingFaults({ ...possible, holdings })).toEqual(['a has rows in something_new (1)']);
  });
});

test('two mergers of one organization at the same time leave one', async () => {
  const results = await Promise.allSettled([merge(world, 'arden', 'brook'), merge(world, 'arden', 'corvia')]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
