import { startWorld, type World } from '../cast';
import { grant, memorandum, terms } from './agreement-world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const withGrant = (change: object) => ({ terms: terms({ grants: [grant('pkcert', 'cncert', change)] }) });

test.each<[string, object, string]>([
  ['for a PAP unknown', withGrant({ pap_ceiling: 'WHITE' }), 'terms.grants.0.pap_ceiling'],
  ['for no PAP', withGrant({ pap_ceiling: null }), 'terms.grants.0.pap_ceiling'],
  ['for a nexus unknown', withGrant({ nexus: 'friends' }), 'terms.grants.0.nexus'],
  ['for a severity alone', withGrant({ severity: 'high' }), 'terms.grants.0.severity'],
  ['for bounds without a bound', withGrant({ severity: {} }), 'terms.grants.0.severity'],
  ['for a bound unknown', withGrant({ severity: { least: 'dreadful' } }), 'terms.grants.0.severity'],
  ['for a bound of nothing', withGrant({ severity: { least: null } }), 'terms.grants.0.severity'],
  [
    'for bounds in the wrong order',
    withGrant({ severity: { least: 'high', most: 'low' } }),
    'terms.grants.0.severity',
  ],
  ['for a bound of another name', withGrant({ severity: { floor: 'low' } }), 'terms.grants.0.severity'],
])('a draft is refused, and the field named, %s', async (_, change, field) => {
  const sent = { ...memorandum('PK-BOUNDS'), ...change };
  const { status, body } = await world.as('moitt-liaison').post('/api/v1/agreements').send(sent);
  expect(status).toBe(422);
  expect((body as { errors: { field: string }[] }).errors.map((one) => one.field)).toContain(field);
});

test.each([
  { severity: 'any', nexus: 'any', pap_ceiling: 'any' },
  { severity: { least: 'low' } },
  { severity: { most: 'critical' } },
  { severity: { least: 'high', most: 'high' } },
  { nexus: 'either', pap_ceiling: 'RED' },
])('a draft takes %j', async (change) => {
  const reference = `PK-BOUNDS-${JSON.stringify(change).length}`;
  const sent = { ...memorandum(reference), ...withGrant(change) };
  const { status, body } = await world.as('moitt-liaison').post('/api/v1/agreements').send(sent);
  const { terms: made } = body as { terms: { grants: object[] }[] };
  expect([status, made[0]?.grants[0]]).toMatchObject([201, change]);
});
