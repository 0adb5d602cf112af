import fc from 'fast-check';
import { PassThrough } from 'node:stream';
import type { Response } from 'supertest';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { emptyWorld } from '../cases/empty-world';
import { LATER, EARLIER, randomWorld } from '../cases/random-world';
import { type Asker, everyone, isTurnOf, startWorld, type World } from '../cast';
import { inventoryOf, type Route } from '../house/inventory';
import { Witnesses } from '../disclosure/witnesses';

const RUNS = Math.ceil(Number(process.env.FC_RUNS ?? 24) / 24);
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Lists of items: every shape that could bring up what is not on the plain list. */
const SHAPES = [
  'limit=200',
  'scope=own&limit=200',
  'text={canary}',
  'text=Summary&limit=200',
  'reference={reference}',
  'originator=pkcert&limit=200&fields=title',
  'tlp=GREEN&sort=-released_to_you&limit=200',
  'released_to_you_from=2026-01-01T00:00:00Z&limit=200',
  'purpose=research&limit=200',
];

/** What a world is made of that somebody may not see, by the words by which it would be known. */
interface Hidden {
  /** Versions of items, each of whose texts names its id. */
  versions: { id: string; owner: string }[];
  /** Parts of them, with the word of the title and that of the text. */
  parts: { version: string; number: number; owner: string; title: string; text: string }[];
  /** Agreements, whose titles name their ids, with whoever is party to them. */
  agreements: { id: string; parties: string[] }[];
  /** Requests, with the two sides that read them. */
  requests: { id: string; sides: string[] }[];
  /** National overlays, whose laws name whose they are. */
  overlays: { law: string; organization: string }[];
  /** What can be asked for in a path, by a word of the path. */
  ids: {
    advisories: string[];
    incidents: string[];
    logs: string[];
    pauses: string[];
    references: string[];
    'information-requests': string[];
  };
}

let world: World;
let witnesses: Witnesses;
let routes: Route[];
let lines = '';
beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (chunk: Buffer) => (lines += chunk.toString()));
  world = await startWorld({ log, settings: { logLevel: 'info' } });
  witnesses = new Witnesses(world);
  routes = inventoryOf(world).filter(({ method }) => method === 'get');
});
afterAll(() => world.close());

const rows = <Row>(sql: string) => world.owner.query<Row[]>(sql);
async function hidden(): Promise<Hidden> {
  const ids = async (sql: string) => (await rows<{ id: string }>(sql)).map(({ id }) => id);
  const items = await ids('SELECT id FROM item UNION ALL SELECT external_id FROM variant');
  return {
    versions: await rows('SELECT id, owner_id AS owner FROM item_version'),
    parts: await rows(
      `SELECT item_version_id AS version, number, owner_id AS owner, split_part(title, ' ', 3) AS title, split_part(text, ' ', 2) AS text FROM item_part`,
    ),
    agreements: await rows(
      `SELECT agreement_id AS id, array_agg(organization_id) AS parties FROM (SELECT agreement_id, organization_id FROM agreement_party
         UNION ALL SELECT j.agreement_id, j.organization_id FROM accession j
         JOIN agreement_fact f ON f.terms_version_id = j.terms_version_id AND f.kind = 'entered_into_force') p GROUP BY 1`,
    ),
    requests: await rows('SELECT id, ARRAY[requester_id, addressee_id] AS sides FROM information_request'),
    overlays: await rows('SELECT DISTINCT law, organization_id AS organization FROM national_overlay'),
    ids: {
      advisories: items,
      incidents: items,
      logs: await ids('SELECT id FROM record_log'),
      pauses: await ids('SELECT id FROM exchange_pause'),
      'information-requests': await ids('SELECT id FROM information_request'),
      references: await ids('SELECT reference AS id FROM agreement'),
    },
  };
}

/** Everything that a route can be asked with here. */
function askings({ path }: Route, found: Hidden, short: string): string[] {
  if (path.includes('/decisions/'))
    return found.ids.advisories.flatMap((item) =>
      [
        `item=${item}`,
        `item=${item}&team=cncert`,
        `item=${item}&team=corvia&at=${world.clock.now().toISOString()}`,
      ].map((query) => `${path}?${query}`),
    );
  const word = (['advisories', 'incidents', 'logs', 'pauses', 'information-requests'] as const).find((one) =>
    path.includes(one),
  );
  const named = path.includes('{id}') ? (word ? found.ids[word] : found.ids.advisories.slice(0, 2)) : [''];
  const paths = named.flatMap((id) =>
    (path.includes('{reference}') ? found.ids.references : ['']).map((reference) =>
      path
        .replace('{id}', id)
        .replace('{reference}', reference)
        .replace('{handle}', 'pkcert')
        .replace('{fingerprint}', 'AB'.repeat(20)),
    ),
  );
  if (path.endsWith('/entries')) return paths.map((one) => `${one}?format=jsonl`);
  if (!/(advisories|incidents)$/.test(path)) return paths;
  return SHAPES.map((shape) =>
    `${path}?${shape}`.replace('{canary}', found.versions[0]?.id ?? 'none').replace('{reference}', short),
  );
}

const idOf = ({ organization }: Asker): string =>
  organization === 'public' ? PUBLIC_TEAM : world.organizations[organization];

/** The ids of versions and agreements that an asker may come across at the instant, as decide() has it. */
async function allowed(asker: Asker, found: Hidden, at: number): Promise<Set<string>> {
  const reader = idOf(asker);
  const told = new Set([
    ...(await witnesses.partsDecided(reader, at)),
    ...(await witnesses.partsDecided(PUBLIC_TEAM, at)),
  ]);
  const actions = ['keep', 'pseudonym', 'sectors', 'issuer'];
  const person = asker.person ? world.people[asker.person] : null;
  const decided = [
    ...(await witnesses.decided(reader, at, person)),
    ...(await witnesses.decided(PUBLIC_TEAM, at)),
  ];
  return new Set([
    ...decided.map((line) => line.split(' ')[1]!),
    ...found.versions.filter(({ owner }) => owner === reader).map(({ id }) => id),
    ...found.parts.flatMap(({ version, number, owner, title, text }) =>
      actions
        .filter((action) => owner === reader || told.has(`${version} ${number} ${action}`))
        .flatMap((action) => (action === 'keep' ? [title, text] : [title])),
    ),
    ...found.agreements.filter(({ parties }) => parties.includes(reader)).map(({ id }) => id),
    ...found.requests.filter(({ sides }) => sides.includes(reader)).map(({ id }) => id),
  ]);
}

const canariesOf = ({ versions, agreements, parts, requests }: Hidden): Set<string> =>
  new Set([
    ...[...versions, ...agreements, ...requests].map(({ id }) => id),
    ...parts.flatMap(({ title, text }) => [title, text]),
  ]);

const wordsOf = ({ text, headers }: Response): Set<string> =>
  new Set(`${text ?? ''} ${JSON.stringify(headers)}`.match(UUID) ?? []);

/** Asks everything of everybody. @returns how often others than the owner came across something, and what was a leak */
async function crawl(found: Hidden, at: number): Promise<{ seen: number; leaks: string[] }> {
  const canaries = canariesOf(found);
  const [short] = await rows<{ reference: string }>('SELECT reference FROM item_reference LIMIT 1');
  const leaks: string[] = [];
  let seen = 0;
  for (const asker of everyone) {
    const may = await allowed(asker, found, at);
    let turn = 0;
    for (const route of routes)
      for (const path of askings(route, found, short?.reference ?? 'PK-0000-0000-0')) {
        if (/\{id\}|\/decisions\//.test(route.path) && !isTurnOf(asker, turn++)) continue;
        const answer = await asker.ask(world).get(path);
        if (answer.status >= 500) leaks.push(`${asker.name} ${path} ${answer.status}`);
        for (const { law, organization } of found.overlays)
          if (organization !== idOf(asker) && (answer.text ?? '').includes(law))
            leaks.push(`${asker.name} ${path} ${law}`);
        for (const word of wordsOf(answer))
          if (canaries.has(word) && !may.has(word)) leaks.push(`${asker.name} ${path} ${word}`);
          else if (canaries.has(word) && asker.organization !== 'pkcert') seen += 1;
      }
  }
  return { seen, leaks };
}

test('no byte of any answer to anybody holds a word of what the decision refuses, and no line of the log holds any', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      randomWorld(witnesses.places.slice(0, 1), fc.constantFrom(...EARLIER)),
      fc.constantFrom(...LATER),
      async (random, at) => {
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        world.clock.set(new Date(at).toISOString());
        // A world in which nothing is shared, or everything, would prove nothing.
        const shared = await witnesses.decided(world.organizations.cncert, at);
        fc.pre(shared.length > 0 && shared.length < random.items.length);
        // What is shared has to have identifiers before anybody can try those of others.
        for (const team of ['cncert', 'corvia'] as const)
          expect((await world.withKey(team).get('/api/v1/feed')).status).toBe(200);
        lines = '';
        const found = await hidden();
        const result = await crawl(found, at);
        expect(result.leaks).toEqual([]);
        // What was asked for by an id is noted by that id; of what it is about nothing is.
        for (const word of canariesOf({ ...found, requests: [] })) expect(lines).not.toContain(word);
        for (const { law } of found.overlays) expect(lines).not.toContain(law);
        seen += result.seen;
      },
    ),
    { numRuns: RUNS, seed: 20261125, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(0);
}, 120_000);
