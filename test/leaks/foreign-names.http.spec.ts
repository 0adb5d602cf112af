import type { Response } from 'supertest';
import { apiDescription } from '../../src/api-description';
import { type Caller, type PersonKey, REQUEST_ID, type World } from '../cast';
import { expected } from '../disclosure/sharing-world';
import { plain, sharedWorld } from '../disclosure/shared-world';
import { changing, inventoryOf, type Route } from '../house/inventory';
import { addContact } from '../organizations/contact-work';
import { foreignConditions } from './foreign-conditions';
import { type Description, plausibleBody } from './plausible';
import { statementsOf } from './statements';

const ABSENT = '0b9e4c1a-5d0e-4f4e-8c63-2b9b0a3f9a10';
const DUNMERE_ROLES = ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator'];

let world: World;
let routes: Route[];
let api: Description;
/** Ids of others, by the word of a path that asks for such. */
let foreign: Record<string, string[]>;

const ids = async (sql: string) => (await world.owner.query<{ id: string }[]>(sql)).map(({ id }) => id);

beforeAll(async () => {
  const sharing = await sharedWorld();
  ({ world } = sharing);
  routes = inventoryOf(world);
  api = apiDescription(world.app) as unknown as Description;
  for (const team of ['cncert', 'corvia'] as const) await sharing.pull(team);
  // One person who may do everything, of an organization with whom nothing is shared.
  const { people, organizations } = world;
  const person = people['dunmere-liaison'];
  await expected(
    200,
    world.as('dunmere-administrator').put(`/api/v1/accounts/${person}/roles`).send({ roles: DUNMERE_ROLES }),
  );
  const aware_at = world.clock.now().toISOString();
  await expected(
    201,
    world.as('banking-analyst').post('/api/v1/reports').send({ title: 'Of Banking', aware_at }),
  );
  const invited = { email: 'new@pkcert.example', name: 'New', roles: ['analyst'] };
  await expected(201, world.as('pkcert-administrator').post('/api/v1/invitations').send(invited));
  await foreignConditions(world, soon());
  await sharing.stop('corvia');
  await sharing.suspend('PK-CN');
  const { pkcert } = organizations;
  foreign = {
    advisories: [
      ...(await ids("SELECT id FROM item WHERE kind = 'advisory' LIMIT 2")),
      ...(await ids(
        `SELECT v.external_id AS id FROM variant v JOIN item i ON i.id = v.item_id AND i.kind = 'advisory'
         WHERE v.team_id IN ('${organizations.cncert}', '${organizations.corvia}') LIMIT 2`,
      )),
    ],
    incidents: await ids(
      "SELECT id FROM item WHERE kind = 'incident' UNION ALL SELECT v.external_id FROM variant v JOIN item i ON i.id = v.item_id AND i.kind = 'incident'",
    ),
    tellings: await ids('SELECT id FROM telling'),
    approvals: await ids('SELECT id FROM version_approval'),
    'emergency-releases': await ids('SELECT id FROM emergency_release'),
    'standing-rules': await ids('SELECT id FROM standing_rule'),
    witnesses: await ids('SELECT id FROM record_witness'),
    reports: await ids('SELECT id FROM report'),
    accounts: await ids(`SELECT id FROM account WHERE organization_id = '${pkcert}' LIMIT 2`),
    'api-keys': await ids(`SELECT id FROM api_key WHERE organization_id = '${pkcert}'`),
    sessions: await ids(`SELECT id FROM session WHERE organization_id = '${pkcert}' LIMIT 2`),
    invitations: await ids('SELECT id FROM invitation'),
    pauses: await ids('SELECT id FROM exchange_pause'),
    'information-requests': await ids('SELECT id FROM information_request'),
    'consent-requests': await ids('SELECT id FROM consent_request'),
    obligations: await ids('SELECT id FROM obligation LIMIT 2'),
    'obligation-notices': await ids('SELECT id FROM obligation_notice LIMIT 2'),
    'duty-officer-verifications': await ids('SELECT id FROM duty_officer_verification'),
    activities: await ids('SELECT id FROM activity'),
    'contact-rounds': await ids('SELECT id FROM contact_round'),
    'passing-on': await ids('SELECT id FROM passing_on'),
    contacts: [(await addContact(world)).id],
    facts: await ids(
      "SELECT f.id FROM agreement_fact f JOIN agreement a ON a.id = f.agreement_id AND a.reference = 'PK-CN'",
    ),
    agreements: ['PK-CN', 'PK-XC'],
    logs: await ids(
      `SELECT id FROM record_log WHERE party_a = '${pkcert}' AND party_b IS DISTINCT FROM '${organizations.dunmere}'`,
    ),
    keys: ['AB'.repeat(20)],
  };
}, 300_000);
afterAll(() => world.close());

const now = () => world.clock.now().toISOString();
const soon = () => new Date(world.clock.now().getTime() + 86_400_000).toISOString();
/** What an answer tells, and what was asked of the database for it, without the name that was asked for. */
const told = (name: string, { answer, statements }: { answer: Response; statements: string[] }) => {
  const { status, text, headers } = plain(answer);
  return JSON.parse(
    JSON.stringify({ status, text, headers, statements }).replaceAll(name, 'NAME').replaceAll(REQUEST_ID, ''),
  ) as { status: number; text: string; headers: object; statements: string[] };
};

type Ask = (caller: Caller, named: string) => PromiseLike<Response>;
/** Who is in a session: the clock stands still, so it stays the same. */
const begun = new Set<PersonKey>();

/**
 * Asks of something of another organization, and of something that nobody has; both have to look the same.
 * @returns what was answered, and where the two differ
 */
async function alike(name: string, absent: string, ask: Ask, person: PersonKey) {
  const asked = (named: string) => statementsOf(() => ask(world.as(person), named));
  if (!begun.has(person)) await asked(absent); // the first time, a session is begun
  begun.add(person);
  const withheld = told(name, await asked(name));
  const nothing = told(absent, await asked(absent));
  const parts = ['status', 'text', 'headers', 'statements'] as const;
  const differ = parts.filter((part) => JSON.stringify(withheld[part]) !== JSON.stringify(nothing[part]));
  return { ...withheld, differ };
}

/** Which word of a path says what its last name is of. */
function wordOf(path: string): string | undefined {
  const words = Object.keys(foreign);
  return path
    .split('/')
    .filter((word) => words.includes(word))
    .at(-1);
}

/** What routes ask for in their query before they look for anything. */
const NEEDED: Record<string, string> = {
  entries: '?format=jsonl',
  texts: '?language=en',
  inclusion: `?entry=${'0b9e4c1a-0000-4000-8000-000000000001'}`,
  consistency: '?from=1&to=1',
  report: '?counterpart=cncert&from=2026-01-01&until=2026-02-01',
};
/** Every route that names something, and how it is asked. */
function named(): [route: Route, path: (name: string) => string, word: string][] {
  return routes.flatMap((route) => {
    const word = wordOf(route.path);
    const place = ['{id}', '{fingerprint}', '{reference}'].find((one) => route.path.includes(one));
    if (!word || !place) return [];
    const path = (name: string) =>
      `${route.path
        .replace(place, name)
        .replace('{reference}', 'PK-CN')
        .replace('{number}', '1')
        .replace('{handle}', 'dunmere')}${NEEDED[route.path.split('/').at(-1)!] ?? ''}`;
    return [[route, path, word]];
  });
}

describe('what belongs to others is, to who may do everything of her own organization, as if it were not there', () => {
  it('on every route that names it, with a body as it is described, and in a dry run', async () => {
    const statuses = new Map<string, Set<number>>();
    const differing: string[] = [];
    for (const [route, path, word] of named()) {
      const body = plausibleBody(api, route.method, route.path, soon());
      const absent = word === 'agreements' ? 'XX-UNKNOWN' : word === 'keys' ? 'CD'.repeat(20) : ABSENT;
      const queries = route.takes.includes('dry_run') ? ['', '?dry_run=true'] : [''];
      for (const name of foreign[word]!.slice(0, 4))
        for (const query of queries) {
          const { status, differ } = await alike(
            name,
            absent,
            (caller, one) => {
              const request = caller[route.method](`${path(one)}${query}`);
              return body === undefined ? request : request.send(body);
            },
            'dunmere-liaison',
          );
          if (differ.length > 0 || status < 400 || status >= 500)
            differing.push(`${route.name}${query}: ${status}, ${differ.join()}`);
          statuses.set(route.name, (statuses.get(route.name) ?? new Set()).add(status));
        }
    }
    expect(differing).toEqual([]);
    // A body that was refused before anybody looked for the thing would prove nothing.
    const never = [...statuses].filter(([, found]) => !found.has(404)).map(([name]) => name);
    expect(never).toEqual([]);
    expect(statuses.size).toBeGreaterThan(30);
  }, 300_000);

  const draft = { title: 'Of Dunmere', summary: 'Of a test.' };
  const handling = { tlp: 'GREEN' };
  const dunmere = 'dunmere-liaison';
  it.each<[what: string, person: PersonKey, word: string, path: string, body: (id: string) => object]>([
    [
      'a case that an advisory is drafted from',
      dunmere,
      'incidents',
      'advisories',
      (from_case) => ({ ...draft, from_case }),
    ],
    [
      'a report that another follows',
      'energy-analyst',
      'reports',
      'reports',
      (follows) => ({ title: 'Of Energy', aware_at: now(), follows }),
    ],
    [
      'items that are acknowledged',
      dunmere,
      'advisories',
      'acknowledgements',
      (id) => ({ items: [{ id, version: 1, status: 'received' }] }),
    ],
    [
      'items that are labelled',
      dunmere,
      'advisories',
      'advisories/bulk/handling',
      (id) => ({ items: [{ id, base: 1 }], handling }),
    ],
    [
      'items that are released',
      dunmere,
      'advisories',
      'advisories/bulk/releases',
      (id) => ({ items: [{ id, version: 1 }] }),
    ],
    [
      'items that are withdrawn',
      dunmere,
      'advisories',
      'advisories/bulk/withdrawals',
      (id) => ({ ids: [id], reason: 'Of a test.' }),
    ],
  ])('in a body: %s', async (_, person, word, path, body) => {
    for (const id of foreign[word]!)
      for (const query of /bulk/.test(path) ? ['', '?dry_run=true'] : ['']) {
        const ask: Ask = (caller, one) => caller.post(`/api/v1/${path}${query}`).send(body(one));
        const { status, text, differ } = await alike(id, ABSENT, ask, person);
        expect([differ, status < 500]).toEqual([[], true]);
        // Of several that are named, each is told of.
        expect(`${status} ${text}`).toMatch(/not-found|absent|422|404/);
      }
  });
});

it('every route that changes something is asked here, or names nothing of others', () => {
  const asked = new Set(named().map(([{ name }]) => name));
  const rest = changing(routes)
    .map(({ name }) => name)
    .filter((name) => !asked.has(name) && /\{(id|reference|fingerprint)\}/.test(name));
  expect(rest).toEqual([]);
});
