import type { Response } from 'supertest';
import { castMember } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { expected, LABELS, Sharing } from '../disclosure/sharing-world';
import { type Answered, Paths } from './paths-of-reading';

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

const bytes = ({ text, headers }: Response) => `${text ?? ''} ${JSON.stringify(headers)}`;
const showing = (answers: Answered[], first: string) =>
  answers
    .filter(({ answer }) => bytes(answer).replaceAll(first, '').includes(CANARY))
    .map(({ path }) => path);

describe('what was taken back', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
  });
  beforeEach(() => emptyWorld(sharing.world.owner));
  afterAll(() => sharing.world.close());

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

  /** Keys and people that are gone come back with another world only. */
  async function another(): Promise<void> {
    await sharing.world.close();
    sharing = await Sharing.start();
  }

  it.each(WAYS)('by %s comes by no path any more', async (_, ends, hours, way) => {
    if (ends !== 'the item') await another();
    const { item, before } = await shared();
    const { world } = sharing;
    const told = { before, canary: CANARY, agreement: REFERENCE };
    const key = world.withKey('cncert');
    const person = world.as('cncert-liaison');
    const paths = {
      key: await Paths.of(sharing, key, told),
      person: await Paths.of(sharing, person, told),
    };
    const asked = `text=${CANARY}`;
    const shown: Record<string, string[]> = {};
    for (const [name, caller] of Object.entries({ key, person })) {
      // Else nothing would be taken back.
      const first = showing(await paths[name as 'key'].ask(caller), asked);
      expect(first.length).toBeGreaterThanOrEqual(8);
      shown[name] = first.map((path) => `${path}, known`);
      const again = await paths[name as 'key'].askKnown(caller);
      expect(again.some(({ answer }) => answer.status === 304)).toBe(true);
    }

    await way({ sharing, item });
    world.clock.advance(1000 + hours * HOUR);
    // She is in the session of before, unless it has run out.
    const callers = { key, person: hours === 0 ? person : world.as('cncert-liaison') };
    const lost = { 'the item': ['key', 'person'], 'the key': ['key'], 'the person': ['person'] }[ends];
    for (const [name, caller] of Object.entries(callers)) {
      const answers = await paths[name as 'key'].askAgain(caller);
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
    await another();
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
