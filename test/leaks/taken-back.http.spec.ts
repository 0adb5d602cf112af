import type { Response } from 'supertest';
import { castMember, type Caller } from '../cast';
import { expected, LABELS, Sharing } from '../disclosure/sharing-world';

const CANARY = 'wagtail-7c41e9';
const HOUR = 3_600_000;
const REFERENCE = 'PK-CN';

/** What a way of taking back has to work with. */
interface Stage {
  sharing: Sharing;
  item: string;
}
type Ends = 'the item' | 'the key' | 'the person';
const change = async ({ sharing, item }: Stage, handling: object): Promise<void> => {
  const analyst = sharing.world.as('pkcert-analyst');
  await expected(201, analyst.post(`/api/v1/advisories/${item}/versions`).send({ base: 1, handling }));
  await expected(201, sharing.release(item, 2));
};
const suspend = ({ sharing }: Stage, more: object) =>
  expected(
    201,
    sharing.world
      .as('pkcert-liaison')
      .post(`/api/v1/agreements/${REFERENCE}/suspensions`)
      .send({ reason: 'Of a test.', ...more }),
  );
const at = ({ sharing: { world } }: Stage, hours: number) =>
  new Date(world.clock.now().getTime() + hours * HOUR).toISOString();
const administrator = ({ sharing }: Stage) => sharing.world.as('cncert-administrator');
const notice = (stage: Stage) =>
  expected(
    201,
    stage.sharing.world
      .as('pkcert-liaison')
      .post(`/api/v1/agreements/${REFERENCE}/notice`)
      .send({ effective_at: at(stage, 1) }),
  );
const narrower = { information_types: [{ type: 'best_practice', tlp_ceiling: 'GREEN' }] };
const ofPerson = ({ sharing }: Stage) => sharing.world.people['cncert-liaison'];

/** Every way in which what was shared ends, what it ends, and how long it takes. */
const WAYS: [name: string, ends: Ends, hours: number, way: (stage: Stage) => Promise<unknown>][] = [
  ['a stop', 'the item', 0, ({ sharing }) => sharing.stop('cncert')],
  ['a suspension', 'the item', 0, (stage) => suspend(stage, {})],
  [
    'a suspension of the direction',
    'the item',
    0,
    (stage) => suspend(stage, { direction: { from: 'pkcert', to: 'cncert' } }),
  ],
  ['a suspension that begins later', 'the item', 1, (stage) => suspend(stage, { starts_at: at(stage, 1) })],
  ['an end', 'the item', 0, ({ sharing }) => sharing.end(REFERENCE)],
  ['a notice that has run out', 'the item', 1, notice],
  ['an expiry', 'the item', 100, () => Promise.resolve()],
  ['narrower terms', 'the item', 0, ({ sharing }) => sharing.amend('cncert', REFERENCE, 2, narrower)],
  [
    'terms without the direction',
    'the item',
    0,
    ({ sharing }) => sharing.amend('cncert', REFERENCE, 2, { from: 'cncert', to: 'pkcert' }),
  ],
  ['a version with a narrower marking', 'the item', 0, (stage) => change(stage, { tlp: 'AMBER' })],
  ['a version for others', 'the item', 0, (stage) => change(stage, { audience: { include: ['corvia'] } })],
  [
    'a version that excludes the team',
    'the item',
    0,
    (stage) => change(stage, { audience: { include: 'partners', exclude: ['cncert'] } }),
  ],
  ['a version for nobody', 'the item', 0, (stage) => change(stage, { audience: { include: [] } })],
  ['a withdrawal', 'the item', 0, ({ sharing, item }) => sharing.withdraw(item)],
  [
    'a key that is revoked',
    'the key',
    0,
    async (stage) => {
      const { items } = (await expected(200, administrator(stage).get('/api/v1/api-keys'))) as {
        items: { id: string }[];
      };
      for (const { id } of items) await administrator(stage).delete(`/api/v1/api-keys/${id}`);
    },
  ],
  [
    'a departure',
    'the person',
    0,
    (stage) =>
      expected(
        201,
        administrator(stage)
          .post(`/api/v1/accounts/${ofPerson(stage)}/departure`)
          .send({ reason: 'Left.' }),
      ),
  ],
];

/** Every path by which the item was read, with the tags and cursors that came of it. */
class Paths {
  private readonly known = new Map<string, string>();

  private constructor(private readonly paths: readonly string[]) {}

  static async of(sharing: Sharing, caller: Caller, before: string): Promise<Paths> {
    const list = '/api/v1/advisories';
    const { items } = (await expected(200, caller.get(`${list}?text=${CANARY}`))) as {
      items: { id: string; reference: string }[];
    };
    const { id, reference } = items[0]!;
    const page = (await expected(200, caller.get(`${list}?limit=1`))) as { next: string };
    return new Paths([
      `${list}/${id}`,
      `${list}/${id}/csaf`,
      list,
      `${list}?limit=1&cursor=${page.next}`,
      `${list}?text=${CANARY}`,
      `${list}?reference=${reference}`,
      `${list}?originator=pkcert&tlp=GREEN&sort=-released_to_you&fields=title,id`,
      `${list}?scope=own`,
      `/api/v1/incidents?text=${CANARY}`,
      `/api/v1/incidents/${id}`,
      '/api/v1/feed',
      `/api/v1/feed?cursor=${before}`,
      '/api/v1/me',
      '/api/v1/agreements',
      `/api/v1/agreements/${REFERENCE}`,
      '/api/v1/pauses',
      '/api/v1/reports',
      '/api/v1/acknowledgements',
      ...['explain', 'replay', 'preview'].map(
        (question) =>
          `/api/v1/decisions/${question}?item=${id}&team=cncert&at=${sharing.world.clock.now().toISOString()}`,
      ),
      `/api/v1/decisions/explain?item=${reference}&team=cncert`,
      `/api/v1/decisions/what-if/items?step=end&agreement=${REFERENCE}`,
      `/api/v1/decisions/what-if/csv?step=end&agreement=${REFERENCE}`,
    ]);
  }

  /** Asks for all of it, as it was asked the first time and as somebody who holds the tag of the answer. */
  async ask(caller: Caller): Promise<{ path: string; answer: Response }[]> {
    const answers: { path: string; answer: Response }[] = [];
    for (const path of this.paths) {
      const tag = this.known.get(path);
      answers.push({ path, answer: await caller.get(path) });
      if (tag !== undefined)
        answers.push({ path: `${path}, known`, answer: await caller.get(path).set('If-None-Match', tag) });
      const { etag } = answers.at(-1)!.answer.headers as { etag?: string };
      if (etag !== undefined && tag === undefined) this.known.set(path, etag);
    }
    return answers;
  }
}

const bytes = ({ text, headers }: Response) => `${text ?? ''} ${JSON.stringify(headers)}`;
const showing = (answers: { path: string; answer: Response }[], first: string) =>
  answers
    .filter(({ answer }) => bytes(answer).replaceAll(first, '').includes(CANARY))
    .map(({ path }) => path);

describe('what was taken back', () => {
  let sharing: Sharing;
  beforeEach(async () => {
    sharing = await Sharing.start();
  });
  afterEach(() => sharing.world.close());

  /** PKCERT shares an item whose every text has the canary in it; another one stays. */
  async function shared(): Promise<{ item: string; before: string }> {
    const { world } = sharing;
    const expires_at = new Date(world.clock.now().getTime() + 50 * HOUR).toISOString();
    await sharing.inForce('cncert', REFERENCE, {}, { expires_at });
    await sharing.released('Another');
    const before = (await sharing.pull('cncert')).next;
    const text = `Of ${CANARY}.`;
    const body = {
      ...{ title: `Title ${CANARY}`, summary: text, details: text, recommendation: text, handling: LABELS },
      references: [{ summary: text, url: `https://supplier.example/${CANARY}` }],
    };
    const analyst = world.as('pkcert-analyst');
    const { id } = (await expected(201, analyst.post('/api/v1/advisories').send(body))) as { id: string };
    await expected(201, sharing.release(id));
    world.clock.advance(1000);
    return { item: id, before };
  }

  it.each(WAYS)('by %s comes by no path any more', async (_, ends, hours, way) => {
    const { item, before } = await shared();
    const { world } = sharing;
    const key = world.withKey('cncert');
    const person = world.as('cncert-liaison');
    const paths = {
      key: await Paths.of(sharing, key, before),
      person: await Paths.of(sharing, person, before),
    };
    const asked = `text=${CANARY}`;
    const shown: Record<string, string[]> = {};
    for (const [name, caller] of Object.entries({ key, person })) {
      // Else nothing would be taken back.
      const first = showing(await paths[name as 'key'].ask(caller), asked);
      expect(first.length).toBeGreaterThanOrEqual(8);
      shown[name] = first.map((path) => `${path}, known`);
      const again = await paths[name as 'key'].ask(caller);
      expect(again.some(({ answer }) => answer.status === 304)).toBe(true);
    }

    await way({ sharing, item });
    world.clock.advance(1000 + hours * HOUR);
    // She is in the session of before, unless it has run out.
    const callers = { key, person: hours === 0 ? person : world.as('cncert-liaison') };
    const lost = { 'the item': ['key', 'person'], 'the key': ['key'], 'the person': ['person'] }[ends];
    for (const [name, caller] of Object.entries(callers)) {
      const answers = await paths[name as 'key'].ask(caller);
      if (!lost.includes(name)) {
        expect(showing(answers, asked).length).toBeGreaterThanOrEqual(8);
        continue;
      }
      expect(showing(answers, asked)).toEqual([]);
      const stale = answers.filter(
        ({ path, answer }) => answer.status === 304 && shown[name]!.includes(path),
      );
      expect(stale.map(({ path }) => path)).toEqual([]);
      const documents = answers.filter(({ path }) => /advisories\/[^?]/.test(path));
      const status = ends === 'the item' ? 404 : 401;
      expect(new Set(documents.map(({ answer }) => answer.status))).toEqual(new Set([status]));
    }
  });

  it('to nobody of the cast, and nobody else, before or after', async () => {
    await shared();
    for (const person of [
      'corvia-liaison',
      'dunmere-liaison',
      'itu-liaison',
      'banking-analyst',
      'moitt-liaison',
    ] as const)
      for (const caller of [
        sharing.world.as(person),
        sharing.world.withKey(castMember(person).organization),
        sharing.world.anonymous(),
      ])
        for (const path of ['advisories', 'feed', `advisories?text=${CANARY}`])
          expect(bytes(await caller.get(`/api/v1/${path}`)).replaceAll(`text=${CANARY}`, '')).not.toContain(
            CANARY,
          );
  });
});
