import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import { type PersonKey, startWorld, type World } from '../cast';
import { conditionsListed, victimsListed } from './conditions-listed';
import { DRAFT, PATH } from '../advisories/advisory-world';
import { grant, inForce, Instrument } from '../agreements/agreement-world';
import { askPkcert } from '../disclosure/requests/request-world';
import { work } from '../incidents/case-work';
import { inventoryOf } from '../house/inventory';
import { acknowledged, releasedAlone, releasedUnderRules, toldTwice, witnessed } from './shared-and-told';
import { LISTS } from './paged-lists';
import { namedTwice } from './named-twice';
import { obligationsListed } from './obligations-listed';
import { OverlayWork } from '../overlays/overlay-work';
import { addContact, type Contact, contactsOf, duty, verify } from '../organizations/contact-work';

const withCorvia = [
  { organization: 'moitt', roles: ['signatory'] },
  { organization: 'pkcert', roles: ['operating_cert'] },
  { organization: 'corvia', roles: ['signatory', 'operating_cert'] },
];
const PLANNED = {
  ...{ kind: 'training', starts_at: '2026-04-01', ends_at: '2026-04-02', time_zone: 'Asia/Karachi' },
  organizers: ['pkcert'],
};
type Page = { items: unknown[]; next: string | null };

describe('every paged list', () => {
  let world: World;
  let incident: string;
  let contact: string;
  let imported: string;
  let hit: { advisories: string; incidents: string };
  let log: string;
  let draft: string;
  let later: string;
  let told: string;
  beforeAll(async () => {
    // It asks more than a person may in a minute.
    world = await startWorld({ settings: { rateLimitAddress: 0, rateLimitAccount: 0, rateLimitKey: 0 } });
    const desk = work(world);
    later = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    incident = await desk.open();
    await desk.note(incident, 'A note.');
    await desk.open({ title: 'Another' });
    for (const name of ['One', 'Two'])
      await world.as('pkcert-administrator').post('/api/v1/api-keys').send({ name, expires_at: later });
    await describeOrganization();
    imported = await conditionsListed(world);
    hit = {
      advisories: await victimsListed(world, 'advisories'),
      incidents: await victimsListed(world, 'incidents'),
    };
    await obligationsListed(world);
    for (const title of ['First', 'Second', 'Third']) {
      const handling = { ...DRAFT.handling, tlp: title === 'Third' ? 'GREEN' : 'CLEAR' };
      const sent = { ...DRAFT, title, handling };
      const { id } = (await world.as('pkcert-analyst').post(PATH).send(sent)).body as { id: string };
      if (title !== 'Third')
        await world.as('pkcert-releaser').post(`${PATH}/${id}/release`).send({ version: 1, public: true });
    }
    draft = ((await world.as('pkcert-analyst').post(PATH).send(DRAFT)).body as { id: string }).id;
    // A second team that a grant of PKCERT names.
    const corvia = { parties: withCorvia, terms: { grants: [grant('pkcert', 'corvia')] } };
    await new Instrument(world, 'PK-XC-TWO').draft(corvia);
    await new Instrument(world, 'PK-CN-TWO').draft();
    const mou = await inForce(world, 'PK-CN-ONE');
    for (const title of ['A training', 'A drill'])
      await mou.world
        .as('pkcert-liaison')
        .post('/api/v1/agreements/PK-CN-ONE/activities')
        .send({ ...PLANNED, title });
    await releasedAlone(world, 'One alone', 'Two alone');
    await witnessed(world, 'one.pkcert.example', 'two.pkcert.example');
    await releasedUnderRules(world, later, 'One rule', 'Two rules');
    await acknowledged(world, 'One for CNCERT', 'Two for CNCERT');
    await namedTwice(world, later);
    const ends_at = new Date(Date.parse(later) - 1000).toISOString();
    for (const [from, to] of [['cncert', 'pkcert'] as const, ['pkcert', 'cncert'] as const])
      await mou.done(`${from}-liaison`, 'suspensions', {
        direction: { from, to },
        reason: 'review',
        ends_at,
      });
    await desk.file();
    await desk.file({ title: 'A second report' });
    told = await toldTwice(world);
    await askPkcert(world, later, 'First question', 'Second question');
    const { items: logs } = (await world.as('pkcert-auditor').get('/api/v1/logs')).body as {
      items: { id: string; agreement: string | null }[];
    };
    log = logs.find(({ agreement }) => agreement === 'PK-CN-ONE')!.id;
  });
  afterAll(() => world.close());

  /** Two of each that an organization says of itself or asks of others. */
  const describeOrganization = async () => {
    const administrator = () => world.as('pkcert-administrator');
    for (const [base, name] of ['PKCERT (renamed)', 'PKCERT (demonstration)'].entries()) {
      await new OverlayWork(world).record([]);
      const profile = await administrator().put('/api/v1/organizations/pkcert/profile').send({ base, name });
      const email = `invited-${base}@pkcert.example`;
      const invited = { email, name: 'Invited (invented)', roles: ['analyst'] };
      const invitation = await administrator().post('/api/v1/invitations').send(invited);
      expect([profile.status, invitation.status]).toEqual([200, 201]);
    }
    const { id } = await addContact(world);
    contact = id;
    const path = `${contactsOf('pkcert')}/${id}`;
    const said = { ...duty, base: 1, name: 'Another (invented)' };
    const changed = await administrator().put(path).send(said);
    expect(changed.status).toBe(200);
    for (let times = 0; times < 2; times += 1) {
      const asked = world
        .as('pkcert-liaison')
        .post('/api/v1/contact-rounds')
        .send({ organization: 'pkcert' });
      expect((await asked).status).toBe(201);
      expect((await verify(world, changed.body as Contact)).status).toBe(201);
      world.clock.advance(1000);
    }
  };
  const at = (path: string) => path.replace('{handle}', 'pkcert').replace('{id}', idIn(path));
  const idIn = (path: string) =>
    path.includes('/contacts/')
      ? contact
      : path.includes('/victim-consents')
        ? hit[path.includes('/advisories/') ? 'advisories' : 'incidents']
        : path.includes('/consents')
          ? imported
          : path.includes('/logs/')
            ? log
            : incident;
  const filled = (query: string) =>
    query.replace('{draft}', draft).replace('{later}', later).replace('{told}', told);
  const ask = (person: PersonKey, path: string, query: string): Promise<Response> =>
    world
      .as(person)
      .get(`${at(path)}${query ? `?${filled(query)}` : ''}`)
      .then((answer) => answer);
  /** Feeds of others are read without sign-in here: what is public is in it. */
  const reader = (path: string, person: PersonKey): PersonKey =>
    path === '/api/v1/feed' ? 'corvia-liaison' : person;

  it('is on this list', () => {
    const paged = inventoryOf(world).filter(
      ({ method, takes }) => method === 'get' && takes.includes('cursor'),
    );
    expect(paged.map(({ path }) => path).sort()).toEqual(LISTS.map(([path]) => path));
  });

  it.each(LISTS)(
    '%s links to its next page, with the same query, until the last',
    async (path, person, query) => {
      const who = reader(path, person);
      const first = await ask(who, path, `${query}&limit=1`);
      const { next } = first.body as Page;
      const [, target = ''] = /^<(\/[^>]*)>; rel="next"$/.exec(first.headers.link ?? '') ?? [];
      expect([first.status, next]).toEqual([200, expect.any(String)]);
      const asked = new URLSearchParams(filled(`${query}&limit=1`));
      asked.set('cursor', next!);
      const linked = new URL(target, 'http://accord.example');
      expect([linked.pathname, Object.fromEntries(linked.searchParams)]).toEqual([
        at(path),
        Object.fromEntries(asked),
      ]);
      let page = await world.as(who).get(target);
      expect((page.body as Page).items).not.toEqual((first.body as Page).items);
      for (let pages = 0; page.headers.link; pages += 1) {
        expect(pages).toBeLessThan(50);
        page = await world.as(who).get(/^<([^>]*)>/.exec(page.headers.link)![1]!);
        expect(page.status).toBe(200);
      }
      if (path !== '/api/v1/feed') expect((page.body as Page).next).toBeNull();
    },
  );

  it('repeats the link with a 304', async () => {
    const first = await world.as('corvia-liaison').get('/api/v1/feed?limit=1');
    const again = await world
      .as('corvia-liaison')
      .get('/api/v1/feed?limit=1')
      .set('If-None-Match', first.headers.etag!);
    expect([again.status, again.headers.link]).toEqual([304, first.headers.link]);
  });

  it('keeps odd texts of a query as they are', async () => {
    const { headers } = await world
      .as('pkcert-analyst')
      .get('/api/v1/organizations?kind=national%2Dcert&limit=%31');
    expect(headers.link).toMatch(
      /^<\/api\/v1\/organizations\?kind=national-cert&limit=1&cursor=[\w-]+>; rel="next"$/,
    );
  });

  it('refuses 1,000 cursors of other callers, of other queries and of nobody, each in the same words', async () => {
    const foreign: string[] = [];
    for (const [path, person, query] of LISTS) {
      const answers = [
        await ask(reader(path, person), path, `${query}&limit=1`),
        await ask('corvia-liaison', '/api/v1/organizations', 'limit=1'),
        await world.anonymous().get('/api/v1/advisories?limit=1'),
      ];
      foreign.push(...answers.flatMap(({ body }) => (body as Page).next ?? []));
    }
    const altered = foreign.flatMap((cursor) => [
      cursor.slice(0, -4),
      `${cursor}AAAA`,
      cursor.replace(/^../, 'zz'),
    ]);
    const random = Array.from({ length: 1000 - foreign.length - altered.length }, (_, n) =>
      n % 2
        ? randomBytes(1 + (n % 120)).toString('base64url')
        : randomBytes(1 + (n % 90))
            .toString('hex')
            .slice(0, 180),
    );
    const cursors = [...foreign, ...altered, ...random];
    expect(cursors).toHaveLength(1000);
    const said = new Set<string>();
    const refuse = async (cursor: string, n: number) => {
      // Two filters that no cursor above was given for.
      const [path, person, query] = LISTS.find(([list]) => list === (n % 2 ? PATH : '/api/v1/reports'))!;
      const other = query.replace('GREEN', 'RED').replace('received', 'closed');
      const { status, text } = await world
        .as(person)
        .get(at(path))
        .query(`${filled(other)}&cursor=${cursor}`);
      said.add(`${status} ${text}`);
    };
    for (let n = 0; n < cursors.length; n += 20) await Promise.all(cursors.slice(n, n + 20).map(refuse));
    expect([...said]).toEqual([expect.stringMatching(/^400 .*"\/problems\/cursor\/invalid"/)]);
  });

  it.each(LISTS)('%s refuses the cursor of every other list', async (path, person, query) => {
    for (const [other, owner, filter] of LISTS.filter(([one]) => one !== path)) {
      const { next } = (await ask(reader(other, owner), other, `${filter}&limit=1`)).body as Page;
      expect([other, (await ask(person, path, `${query}&cursor=${next}`)).status]).toEqual([other, 400]);
    }
  });
});
