import { startWorld, type World } from '../cast';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';
import { grant, inForce, type Instrument, memorandum, terms } from './agreement-world';

let world: World;
let mou: Instrument;
beforeAll(async () => {
  world = await startWorld();
  mou = await inForce(world, 'PK-BAD-1');
});
afterAll(() => world.close());

const drafting: BodyRoute = { method: 'post', path: '/api/v1/agreements', good: memorandum('PK-BAD-2') };
const routes: BodyRoute[] = [
  drafting,
  {
    method: 'post',
    path: '/api/v1/agreements/PK-BAD-1/suspensions',
    good: { reason: 'review', direction: { from: 'pkcert', to: 'cncert' } },
  },
];

describe.each(routes)('$path', (route) => {
  test.each(Object.entries(badBodies(route)))('refuses %s', async (_, sent) => {
    const answer = await send(world.as('pkcert-liaison'), route, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });
});

const draft = (change: object) =>
  world
    .as('moitt-liaison')
    .post(drafting.path)
    .send({ ...drafting.good, ...change });
const withGrant = (change: object) => ({ terms: terms({ grants: [grant('pkcert', 'cncert', change)] }) });
const withTerms = (change: object) => ({ terms: terms(change) });
const moitt = { organization: 'moitt', roles: ['signatory'] };
const cncert = { organization: 'cncert', roles: ['signatory', 'operating_cert'] };
const pkcert = { organization: 'pkcert', roles: ['operating_cert'] };

describe('a draft is refused, and the field named,', () => {
  test.each<[string, object, string]>([
    ['for an operating procedure below nothing', { kind: 'sop' }, 'parent'],
    ['for an annex below nothing', { kind: 'implementing_annex' }, 'parent'],
    ['for a memorandum below another', { parent: 'PK-ABSENT' }, 'parent'],
    ['for a parent that is no text', { kind: 'sop', parent: ['PK-ABSENT'] }, 'parent'],
    ['for a kind unknown', { kind: 'pact' }, 'kind'],
    ['for a reference in small letters', { reference: 'pk-bad-2' }, 'reference'],
    ['for a reference of another country', { reference: 'CN-BAD-2' }, 'reference'],
    ['for a blank title', { title: '   ' }, 'title'],
    ['without parties', { parties: [] }, 'parties'],
    ['with null among the parties', { parties: [null] }, 'parties'],
    ['with a list among the parties', { parties: [[moitt]] }, 'parties'],
    [
      'with an unknown party',
      { parties: [moitt, pkcert, { organization: 'atlantis', roles: ['observer'] }, cncert] },
      'parties.2.organization',
    ],
    [
      'with the public as a party',
      { parties: [moitt, pkcert, cncert, { organization: 'public', roles: ['observer'] }] },
      'parties.3.organization',
    ],
    ['with an unknown role', { parties: [{ organization: 'moitt', roles: ['guest'] }] }, 'parties.0.roles'],
    ['with a party named twice', { parties: [moitt, moitt, pkcert, cncert] }, 'parties'],
    [
      'without a signatory',
      { parties: [pkcert, { organization: 'cncert', roles: ['operating_cert'] }] },
      'parties',
    ],
    [
      'with a constituent as operating CERT',
      { parties: [moitt, pkcert, cncert, { organization: 'banking', roles: ['operating_cert'] }] },
      'parties',
    ],
    [
      'with an operating CERT that nobody binds',
      { parties: [moitt, pkcert, cncert, { organization: 'corvia', roles: ['operating_cert'] }] },
      'parties',
    ],
    ['with terms that are a list', { terms: [terms()] }, 'terms'],
    ['without grants', withTerms({ grants: [] }), 'terms.grants'],
    ['with null for grants', withTerms({ grants: null }), 'terms.grants'],
    ['with a grant to itself', { terms: terms({ grants: [grant('pkcert', 'pkcert')] }) }, 'terms.grants'],
    ['with a grant to an observer', { terms: terms({ grants: [grant('pkcert', 'itu')] }) }, 'terms.grants'],
    [
      'with a grant to a stranger',
      { terms: terms({ grants: [grant('pkcert', 'dunmere')] }) },
      'terms.grants.0.to',
    ],
    [
      'with two grants in one direction',
      { terms: terms({ grants: [grant('pkcert', 'cncert'), grant('pkcert', 'cncert')] }) },
      'terms.grants',
    ],
    ['for a term that no rule knows', withGrant({ purpose: 'research' }), 'terms.grants.0.purpose'],
    ['for null categories', withGrant({ categories: null }), 'terms.grants.0.categories'],
    ['for no categories', withGrant({ categories: [] }), 'terms.grants.0.categories'],
    ['for absent categories', withGrant({ categories: undefined }), 'terms.grants.0.categories'],
    ['for a category unknown', withGrant({ categories: ['ransomware'] }), 'terms.grants.0.categories'],
    [
      'for a category that only looks like one',
      withGrant({ categories: ['toString'] }),
      'terms.grants.0.categories',
    ],
    ['for any in a list', withGrant({ categories: ['any'] }), 'terms.grants.0.categories'],
    ['for no sectors', withGrant({ sectors: [] }), 'terms.grants.0.sectors'],
    ['for a sector unknown', withGrant({ sectors: ['space'] }), 'terms.grants.0.sectors'],
    ['for no information types', withGrant({ information_types: [] }), 'terms.grants.0.information_types'],
    [
      'for a type named twice',
      withGrant({ information_types: Array(2).fill({ type: 'indicator', tlp_ceiling: 'GREEN' }) }),
      'terms.grants.0.information_types',
    ],
    [
      'for a type unknown',
      withGrant({ information_types: [{ type: 'rumour', tlp_ceiling: 'GREEN' }] }),
      'terms.grants.0.information_types.0.type',
    ],
    [
      'for a ceiling unknown',
      withGrant({ information_types: [{ type: 'indicator', tlp_ceiling: 'WHITE' }] }),
      'terms.grants.0.information_types.0.tlp_ceiling',
    ],
    ['for a reach back unknown', withGrant({ reach_back: 'some' }), 'terms.grants.0.reach_back'],
    ['for a day that does not exist', withGrant({ reach_back: '2026-02-30' }), 'terms.grants.0.reach_back'],
    [
      'for a time without a zone',
      withGrant({ reach_back: '2026-02-20T10:00:00' }),
      'terms.grants.0.reach_back',
    ],
    ['for null expiry', withTerms({ expires_at: null }), 'terms.expires_at'],
    ['for expiry in the past', withTerms({ expires_at: '2026-03-02T08:00:00.000Z' }), 'terms.expires_at'],
    ['for corrections unknown', withTerms({ corrections: 'required' }), 'terms.corrections'],
    [
      'for grants of an agreement that sets up a centre',
      { kind: 'host_or_capacity_agreement' },
      'terms.grants',
    ],
  ])('%s', async (_, change, field) => {
    const answer = await draft(change);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });

  test('for a ceiling that is no marking; RED is one, for named duty officers', async () => {
    const ceiling = (tlp_ceiling: string) =>
      draft(withGrant({ information_types: [{ type: 'indicator', tlp_ceiling }] }));
    expect((await ceiling('WHITE')).status).toBe(422);
    expect((await ceiling('RED')).status).toBe(201);
  });
});

describe('a draft is refused to', () => {
  test('an organization that is neither party nor a ministry of a party’s country', async () => {
    const answer = await world
      .as('dunmere-liaison')
      .post(drafting.path)
      .send({ ...drafting.good, reference: 'XD-BAD-1' });
    expect(answer.body.type).toBe('/problems/agreement/drafter');
  });

  test('a ministry for parties of other countries', async () => {
    const answer = await draft({
      parties: [cncert, { organization: 'corvia', roles: ['signatory', 'operating_cert'] }],
      terms: terms({ grants: [grant('cncert', 'corvia')] }),
    });
    expect(answer.body.type).toBe('/problems/agreement/drafter');
  });
});

describe('a step is refused', () => {
  test.each<[string, string, object, string]>([
    ['for a party that is none', 'terms/1/signatures', { party: 'dunmere' }, 'party'],
    ['for evidence that is no hash', 'terms/1/signatures', { evidence_sha256: 'AB' }, 'evidence_sha256'],
    ['for null on whose behalf', 'terms/1/approvals', { on_behalf_of: null }, 'on_behalf_of'],
    [
      'for an instant of a year unknown',
      'terms/1/signatures',
      { effective_at: '0026-01-01T00:00:00Z' },
      'effective_at',
    ],
    ['for notice without an instant', 'notice', {}, 'effective_at'],
    ['for notice of the past', 'notice', { effective_at: '2026-03-01T00:00:00Z' }, 'effective_at'],
    ['for an end without a reason', 'end', {}, 'reason'],
    [
      'for an end in the past',
      'end',
      { reason: 'late', effective_at: '2026-03-01T00:00:00Z' },
      'effective_at',
    ],
    ['for half a direction', 'suspensions', { reason: 'law', direction: { from: 'pkcert' } }, 'direction.to'],
    ['for a direction that is a list', 'suspensions', { reason: 'law', direction: [] }, 'direction'],
    [
      'for a suspension since yesterday',
      'suspensions',
      { reason: 'law', starts_at: '2026-03-01T00:00:00Z' },
      'starts_at',
    ],
    [
      'for a suspension that ends before it starts',
      'suspensions',
      { reason: 'law', ends_at: '2026-03-02T08:00:00Z' },
      'ends_at',
    ],
    [
      'for a review before the start',
      'suspensions',
      { reason: 'law', review_at: '2026-03-02T08:00:00Z' },
      'review_at',
    ],
  ])('%s', async (_, path, body, field) => {
    const answer = await mou.post('pkcert-liaison', path, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(field);
  });

  test.each([
    'terms/0/submission',
    'terms/2/submission',
    'terms/1.0/submission',
    'terms/x/submission',
    'terms/99999999999/submission',
    'facts/x/confirmation',
  ])('with 404 at %s', async (path) => {
    expect((await mou.post('pkcert-liaison', path)).status).toBe(404);
  });

  test.each([
    '?state=any',
    '?kind=',
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?cursor=',
    '?cursor=abc',
    '?at=2020',
    '?state=draft&state=ended',
  ])('for a list with %s', async (query) => {
    expect([400, 422]).toContain((await world.as('pkcert-liaison').get(`/api/v1/agreements${query}`)).status);
  });
});
