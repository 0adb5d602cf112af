import type { ReminderView } from '../../src/agreements/reminders/reminder.view';
import { everyone, expectedRefusal, type PersonKey, type World } from '../cast';
import { Consenting } from '../disclosure/consents-world';
import { VERIFICATIONS } from '../disclosure/named-world';
import { askPkcert } from '../disclosure/requests/request-world';
import { expected, Sharing } from '../disclosure/sharing-world';
import { addContact, type Contact, verify } from '../organizations/contact-work';

const PATH = '/api/v1/reminders';
const DAY = 86_400_000;
const REFERENCE = 'PK-CN-REMIND';
const information_types = [{ type: 'statistics', tlp_ceiling: 'GREEN' }];

let world: World;
let sharing: Sharing;
let contact: Contact;
let consent: string;
/** When everything began; what is due is counted from here. */
let began: number;
const iso = (days: number, milliseconds = 0) => new Date(began + days * DAY + milliseconds).toISOString();

async function list(by: PersonKey, query = ''): Promise<ReminderView[]> {
  const page = (await expected(200, world.as(by).get(`${PATH}?${query}`))) as { items: ReminderView[] };
  return page.items;
}
const steps = async (by: PersonKey, kind: string) => (await list(by, `kind=${kind}`)).map(({ step }) => step);
/** What somebody is told a millisecond before an instant, and at it. */
async function around(days: number, by: PersonKey, kind: string) {
  world.clock.set(iso(days, -1));
  const before = await steps(by, kind);
  world.clock.set(iso(days));
  return [before, await steps(by, kind)];
}

beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  began = world.clock.now().getTime();
  await sharing.inForce(
    'cncert',
    REFERENCE,
    { information_types, need: 'both', obligations: { retention_days: 40 } },
    { expires_at: iso(400), meetings_days: 100, contact_verification_days: 60 },
  );
  contact = await addContact(world);
  await expected(201, verify(world, contact));
  const officer = { person: world.people['cncert-duty-officer'], method: 'video', valid_until: iso(200) };
  await expected(201, world.as('pkcert-duty-officer').post(VERIFICATIONS).send(officer));
  const suspended = { direction: { from: 'pkcert', to: 'cncert' }, reason: 'Of a test.' };
  await askPkcert(world, iso(20), 'Which banks?');
  const consenting = Consenting.in(world);
  const item = await consenting.imported('Of another (invented)');
  consent = await consenting.counted(item, { valid_until: iso(30) });
  await sharing.released('Kept for a while (invented)', { information_type: 'statistics' });
  world.clock.set(iso(0.5));
  await expected(200, world.withKey('cncert').get('/api/v1/feed'));
  await expected(
    201,
    world
      .as('pkcert-liaison')
      .post(`/api/v1/agreements/${REFERENCE}/suspensions`)
      .send({ ...suspended, review_at: iso(12) }),
  );
}, 120_000);
afterAll(() => world.close());

describe('reminders', () => {
  it('tell of the review of a suspension seven days and one day before, and that it is overdue', async () => {
    expect(await around(5, 'pkcert-duty-officer', 'review')).toEqual([[], ['P7D']]);
    expect(await around(11, 'cncert-liaison', 'review')).toEqual([['P7D'], ['P1D']]);
    expect(await around(12, 'pkcert-liaison', 'review')).toEqual([['P1D'], ['overdue']]);
  });

  it('tell both sides of a request that lapses, and nobody once it has', async () => {
    expect(await around(18, 'pkcert-releaser', 'request')).toEqual([[], ['P2D']]);
    expect(await list('cncert-duty-officer', 'kind=request')).toMatchObject([
      { direction: 'sent', organization: 'pkcert', name: 'Which banks?', due_at: iso(20) },
    ]);
    expect(await list('pkcert-liaison', 'kind=request')).toMatchObject([
      { direction: 'received', organization: 'cncert' },
    ]);
    expect(await around(20, 'pkcert-liaison', 'request')).toEqual([['P1D'], []]);
  });

  it('tell of a consent that lapses by the reference of the item alone, and not where another goes on', async () => {
    expect(await around(16, 'pkcert-releaser', 'consent')).toEqual([[], ['P14D']]);
    expect(await around(27, 'pkcert-liaison', 'consent')).toEqual([['P14D'], ['P3D']]);
    const [found] = await list('pkcert-liaison', 'kind=consent');
    expect(found).toMatchObject({ subject: consent, name: null, item: { type: 'advisory' } });
    const consenting = Consenting.in(world);
    await consenting.counted(found!.item!.id, { valid_until: iso(60) });
    expect(await steps('pkcert-liaison', 'consent')).toEqual([]);
  });

  it('tell who owes what is to be destroyed, until it is due; then the register says that it is overdue', async () => {
    expect(await around(33.5, 'cncert-duty-officer', 'obligation')).toEqual([[], ['P7D']]);
    expect(await list('cncert-liaison', 'kind=obligation')).toMatchObject([
      { agreement: REFERENCE, organization: 'pkcert', due_at: iso(40.5) },
    ]);
    expect(await list('pkcert-liaison', 'kind=obligation')).toEqual([]);
    expect(await around(40.5, 'cncert-liaison', 'obligation')).toEqual([['P1D'], []]);
  });

  it('tell of an own contact by the terms that ask first', async () => {
    const [, at] = await around(31, 'pkcert-liaison', 'contact');
    expect(at).toEqual(['P30D']);
    const [found] = await list('pkcert-liaison', `agreement=${REFERENCE}&kind=contact`);
    expect(found).toMatchObject({
      subject: contact.id,
      agreement: REFERENCE,
      name: 'The duty desk (invented)',
    });
    world.clock.set(new Date(Date.parse(found!.due_at) - 1).toISOString());
    expect(await steps('pkcert-liaison', 'contact')).toEqual(['P7D']);
    world.clock.set(found!.due_at);
    expect(await steps('pkcert-liaison', 'contact')).toEqual(['overdue']);
    await expected(201, verify(world, contact));
    expect(await steps('pkcert-liaison', 'contact')).toEqual([]);
  });

  it('tell of the next meeting until one is planned in time, and count from that once it is done', async () => {
    const since = (await list('cncert-liaison', 'kind=meeting')).length;
    expect(since).toBe(0);
    world.clock.set(iso(80));
    const [found] = await list('cncert-liaison', 'kind=meeting');
    expect(found).toMatchObject({ subject: REFERENCE, step: 'P30D' });
    const due = Date.parse(found!.due_at);
    const meeting = {
      ...{ kind: 'meeting', title: 'The joint committee (invented)', time_zone: 'UTC' },
      ...{ organizers: ['pkcert'], participants: ['cncert'] },
      starts_at: new Date(due).toISOString(),
      ends_at: new Date(due + DAY / 24).toISOString(),
    };
    const { id } = (await expected(
      201,
      world.as('pkcert-liaison').post(`/api/v1/agreements/${REFERENCE}/activities`).send(meeting),
    )) as { id: string };
    for (const side of ['pkcert-liaison', 'cncert-liaison'] as const)
      expect(await steps(side, 'meeting')).toEqual([]);
    world.clock.set(meeting.ends_at);
    expect(await steps('cncert-liaison', 'meeting')).toEqual(['overdue']);
    await expected(201, world.as('pkcert-liaison').post(`/api/v1/activities/${id}/completion`));
    expect(await steps('cncert-liaison', 'meeting')).toEqual([]);
    world.clock.set(new Date(Date.parse(meeting.ends_at) + 70 * DAY).toISOString());
    expect(await steps('pkcert-liaison', 'meeting')).toEqual(['P30D']);
  });

  it('tell of the verification of a partner’s duty officer that lapses', async () => {
    expect(await around(193, 'pkcert-duty-officer', 'duty_officer')).toEqual([['P30D'], ['P7D']]);
    expect(await list('pkcert-liaison', 'kind=duty_officer')).toMatchObject([{ organization: 'cncert' }]);
    expect(await around(200, 'pkcert-liaison', 'duty_officer')).toEqual([['P7D'], []]);
  });

  it('tell of the end of an agreement 90, 30 and 7 days before, as one step at a time', async () => {
    expect(await around(310, 'pkcert-liaison', 'expiry')).toEqual([[], ['P90D']]);
    expect(await around(370, 'cncert-liaison', 'expiry')).toEqual([['P90D'], ['P30D']]);
    expect(await around(393, 'cncert-liaison', 'expiry')).toEqual([['P30D'], ['P7D']]);
    expect(await around(400, 'pkcert-liaison', 'expiry')).toEqual([['P7D'], []]);
  });
});

describe('a list of reminders', () => {
  beforeAll(() => world.clock.set(iso(393)));

  it('is paged in the order of what is due, and narrowed by agreement and until', async () => {
    const all = await list('pkcert-liaison');
    expect(all.length).toBeGreaterThan(2);
    expect(all.map(({ due_at }) => due_at)).toEqual(all.map(({ due_at }) => due_at).toSorted());
    const paged: ReminderView[] = [];
    for (let cursor = ''; ;) {
      const query = `limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = (await expected(200, world.as('pkcert-liaison').get(`${PATH}?${query}`))) as {
        items: ReminderView[];
        next: string | null;
      };
      paged.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    const under = await list('pkcert-liaison', `agreement=${REFERENCE}`);
    expect(new Set(under.map(({ agreement }) => agreement))).toEqual(new Set([REFERENCE]));
    const until = await list('pkcert-liaison', `until=${iso(400)}`);
    expect(until.some(({ kind }) => kind === 'expiry')).toBe(false);
    expect((await list('pkcert-liaison', `until=${iso(400, 1)}`)).some(({ kind }) => kind === 'expiry')).toBe(
      true,
    );
  });

  it('lets one put a step away, for herself alone and until the next', async () => {
    world.clock.set(iso(392));
    const body = { kind: 'expiry', subject: REFERENCE };
    const seen = (await expected(
      201,
      world.as('pkcert-liaison').post(`${PATH}/seen`).send(body),
    )) as ReminderView;
    expect(seen).toMatchObject({ step: 'P30D', seen_at: iso(392) });
    const left = async (by: PersonKey) => (await list(by, 'kind=expiry&seen=false')).length;
    expect([await left('pkcert-liaison'), await left('pkcert-second-liaison')]).toEqual([0, 1]);
    expect(await list('pkcert-liaison', 'kind=expiry&seen=true')).toMatchObject([{ seen_at: iso(392) }]);
    world.clock.set(iso(393));
    expect(await left('pkcert-liaison')).toBe(1);
  });

  it('lets nobody put away what she is not reminded of, nor the database on another’s behalf', async () => {
    const post = (by: PersonKey, body: object) => world.as(by).post(`${PATH}/seen`).send(body);
    const expiry = { kind: 'expiry', subject: REFERENCE };
    expect((await post('corvia-liaison', expiry)).status).toBe(404);
    expect((await post('pkcert-duty-officer', expiry)).status).toBe(404);
    expect((await post('pkcert-liaison', { ...expiry, subject: 'PK-NOWHERE' })).status).toBe(404);
    expect((await post('pkcert-liaison', { ...expiry, kind: 'nothing' })).status).toBe(422);
    const [row] = await world.owner.query<{ policies: number }[]>(
      "SELECT count(*)::int AS policies FROM pg_policies WHERE tablename = 'reminder_seen' AND qual LIKE '%viewer_person%'",
    );
    expect(row).toEqual({ policies: 1 });
  });
});

it('tells of an agreement its parties alone, and of each kind those whose it is, whoever of the cast asks', async () => {
  world.clock.set(iso(393));
  // Keys of systems are over by then.
  for (const asker of everyone.filter(({ person }) => person)) {
    const { status, text, body } = await asker.ask(world).get(`${PATH}?limit=200`);
    const refused = expectedRefusal(asker, ['liaison', 'duty-officer', 'releaser']);
    expect([asker.name, status]).toEqual([asker.name, refused ?? 200]);
    if (refused) continue;
    const party = ['pkcert', 'cncert'].includes(asker.organization);
    expect([asker.name, text.includes(REFERENCE)]).toEqual([
      asker.name,
      party && (asker.is.includes('liaison') || asker.is.includes('duty-officer')),
    ]);
    const kinds = (body as { items: ReminderView[] }).items.map(({ kind }) => kind);
    if (!asker.is.includes('liaison')) expect(kinds).not.toContain('meeting');
  }
});
