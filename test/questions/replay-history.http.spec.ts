import { Instrument } from '../agreements/agreement-world';
import type { World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { Diary } from './diary';

const DAY = 86_400_000;
const OPEN = { categories: 'any', sectors: 'any', reach_back: 'none' };
const types = (tlp_ceiling: string) => ({ information_types: [{ type: 'threat_report', tlp_ceiling }] });

describe('replaying a history', () => {
  let sharing: Sharing;
  let world: World;
  let diary: Diary;
  let mou: Instrument;

  const later = (days: number) => new Date(world.clock.now().getTime() + days * DAY).toISOString();
  const grants = (...directions: [from: string, to: string, change: object][]) => ({
    grants: directions.map(([from, to, change]) => ({ from, to, clause: 'Art. 4(1)', ...OPEN, ...change })),
  });
  const days = (count: number) => diary.happens(() => Promise.resolve(world.clock.advance(count * DAY)));
  const liaison = (path: string, body: object) =>
    expected(201, world.as('pkcert-liaison').post(`/api/v1/agreements/${path}`).send(body));

  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    diary = new Diary(world);
    mou = new Instrument(world, 'PK-CN-MOU');
    await diary.item('Shared', () => sharing.draft('Shared'));
    await diary.item('Embargoed', () =>
      sharing.draft('Embargoed', { tlp: 'CLEAR', embargo_until: later(12) }),
    );
    await draftsAndSigns();
    await releasesAndPulls();
    await pausesAndResumes();
    await amends();
    await narrowsWithdrawsAndEnds();
  }, 300_000);
  afterAll(() => world.close());

  async function draftsAndSigns(): Promise<void> {
    const both = grants(['pkcert', 'cncert', types('AMBER')], ['cncert', 'pkcert', types('AMBER')]);
    await diary.happens(() => mou.draft({ terms: both }));
    await diary.happens(() => mou.done('pkcert-liaison', 'terms/1/submission'));
    // The cabinet approved weeks ago; it counts once a second person has confirmed.
    const approval = { party: 'moitt', on_behalf_of: 'Cabinet (invented)', evidence_sha256: 'ab'.repeat(32) };
    const effective_at = later(-20);
    await diary.happens(() => mou.done('pkcert-liaison', 'terms/1/approvals', { ...approval, effective_at }));
    await diary.happens(async () => {
      const { id } = await mou.fact('approved');
      await mou.done('pkcert-second-liaison', `facts/${id}/confirmation`);
    });
    await diary.happens(() => mou.done('moitt-liaison', 'terms/1/signatures'));
    await diary.happens(() => mou.done('cncert-liaison', 'terms/1/signatures', { effective_at: later(-1) }));
    await diary.happens(() => mou.enter(1, { effective_at: later(1) }));
    await days(2);
  }

  async function releasesAndPulls(): Promise<void> {
    await diary.happens(() => sharing.inForce('corvia', 'PK-XC'));
    await diary.happens(() => sharing.unsigned('dunmere', 'PK-XD'));
    await diary.happens(() => expected(201, sharing.release(diary.items.get('Shared')!)));
    await diary.happens(() => expected(201, sharing.release(diary.items.get('Embargoed')!, 1, true)));
    await diary.happens(() => sharing.pull('cncert'));
    await diary.happens(() => sharing.pull('corvia'));
  }

  async function pausesAndResumes(): Promise<void> {
    let [stop, suspension] = ['', ''];
    await diary.happens(async () => (stop = await sharing.stop('corvia')));
    const path = () => `/api/v1/pauses/${stop}/resumption`;
    await diary.happens(() =>
      expected(201, world.as('pkcert-duty-officer').post(path()).send({ reason: 'Over.' })),
    );
    await diary.happens(() =>
      expected(201, world.as('pkcert-liaison').post(`${path()}/confirmation`).send({})),
    );
    // One that begins later and one that ends by itself, both recorded before they take effect.
    await diary.happens(() =>
      mou.done('pkcert-liaison', 'suspensions', {
        reason: 'Of a test.',
        direction: { from: 'pkcert', to: 'cncert' },
        starts_at: later(1),
        ends_at: later(3),
      }),
    );
    await days(1);
    await days(3);
    // Of what is shared, and of something else; of one type it ends by itself, of the other it is ended.
    for (const information_types of [['threat_report'], ['statistics', 'threat_report'], ['indicator']])
      await diary.happens(() =>
        mou.done('pkcert-liaison', 'suspensions', {
          ...{ reason: 'Of a test.', information_types, starts_at: later(1), ends_at: later(3) },
        }),
      );
    await days(1);
    const { pauses } = (await mou.read()) as { pauses: { id: string; open: boolean }[] };
    await diary.happens(() => sharing.resume(pauses.find(({ open }) => open)!.id));
    await days(3);
    await diary.happens(async () => (suspension = await sharing.suspend('PK-XC')));
    await diary.happens(() => sharing.resume(suspension));
    await days(5);
  }

  /** The next terms of CNCERT's agreement drop the direction; those of Corvia's are wider, from a later instant on. */
  async function amends(): Promise<void> {
    const path = 'PK-XC/terms';
    await diary.happens(() => liaison(path, grants(['pkcert', 'corvia', types('AMBER+STRICT')])));
    await diary.happens(() => liaison(`${path}/2/submission`, {}));
    await diary.happens(() => liaison(`${path}/2/signatures`, {}));
    await diary.happens(() =>
      expected(201, world.as('corvia-liaison').post(`/api/v1/agreements/${path}/2/signatures`).send({})),
    );
    await diary.happens(() => liaison(`${path}/2/entry-into-force`, { effective_at: later(1) }));
    await days(2);
    const dropped = grants(['cncert', 'pkcert', types('AMBER')]);
    await diary.happens(() => mou.done('moitt-liaison', 'terms', dropped));
    await diary.happens(() => mou.sign(2));
    await diary.happens(() => mou.enter(2));
  }

  async function narrowsWithdrawsAndEnds(): Promise<void> {
    await diary.happens(async () => {
      await sharing.narrow(diary.items.get('Shared')!);
      diary.amended.add('Shared');
    });
    await diary.happens(() => sharing.pull('corvia'));
    await diary.happens(() => liaison('PK-XC/notice', { effective_at: later(2) }));
    await diary.happens(() => sharing.withdraw(diary.items.get('Shared')!));
    await days(3);
    await diary.happens(() => sharing.end('PK-CN-MOU'));
  }

  it('has answers of both kinds to compare', () => {
    const bases = diary.pages.map(({ said }) => said.cited?.agreement ?? said.cited?.basis ?? 'refused');
    const times = Object.fromEntries(
      [...Map.groupBy(bases, (one) => one)].map(([one, all]) => [one, all.length]),
    );
    expect(Object.keys(times).sort()).toEqual(['PK-CN-MOU', 'PK-XC', 'own', 'public', 'refused']);
    expect(Math.min(...Object.values(times))).toBeGreaterThan(5);
  });

  it('says of every instant, every item, version and team what was said at that instant, to the last word', async () => {
    for (const page of diary.pages)
      expect([page.at, page.title, page.team, await diary.replayed(page)]).toEqual([
        page.at,
        page.title,
        page.team,
        page.said,
      ]);
  }, 300_000);
});
