import type { World } from '../cast';
import { Naming } from '../disclosure/named-world';
import { Sharing } from '../disclosure/sharing-world';
import { inForce, terms } from '../agreements/agreement-world';
import { startWorld } from '../cast';
import { browse } from './browse';

const DAY = 86_400_000;
const LIST = '/portal/call-and-stop';

describe('a duty officer whose verification has lapsed', () => {
  let naming: Naming;
  let world: World;
  let item: string;
  beforeAll(async () => {
    naming = await Naming.start();
    ({ world } = naming);
    await naming.verify('cncert-duty-officer', 10 * DAY);
    item = await naming.share('Kept from her (invented)', 'cncert-duty-officer');
    const contact = { role: 'duty', email: 'duty@cncert.example', telephone: '+12025550123' };
    const path = '/api/v1/organizations/cncert/contacts';
    await world.as('cncert-administrator').post(path).send(contact);
    world.clock.advance(10 * DAY);
  });
  afterAll(() => world.close());
  const shown = async (person: Parameters<typeof browse>[1], path: string) =>
    (await (await browse(world, person)).get(path)).text.replaceAll(/[\u2068\u2069]/g, '');

  it('stops RED in sight of both sides: on Home, among the relationships, and for the owner on the item', async () => {
    const ours = 'You hold no duty officer of cncert verified';
    for (const person of ['pkcert-liaison', 'pkcert-duty-officer'] as const)
      expect(await shown(person, '/portal')).toContain(ours);
    const theirs = await shown('cncert-liaison', '/portal');
    expect(theirs).toContain('pkcert holds none of your duty officers verified');
    // Which items wait for her, her side does not learn.
    expect(theirs).not.toContain('Kept from her');
    const stopped = 'TLP:RED goes to nobody of this team';
    expect(await shown('pkcert-analyst', `/portal/advisories/${item}`)).toContain(stopped);
    expect(await shown('pkcert-liaison', '/portal/agreements/relationships')).toContain(stopped);
    expect(await shown('cncert-liaison', '/portal/agreements/relationships')).toContain(
      'TLP:RED of this team goes to nobody of yours',
    );
  });

  it('is called back from her page, and the warnings are gone', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    const page = `${LIST}/cncert/officers/${world.people['cncert-duty-officer']}`;
    expect((await browser.get(LIST)).text).toMatch(/tell nothing that is TLP:RED<\/span> lapsed/);
    const { text } = await browser.get(page);
    const contact = /name="contact" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const nobody = await browser.post(`${page}/call-back`, { contact: item });
    expect([nobody.status, nobody.text.includes('id="field-contact-fault"')]).toEqual([422, true]);
    const { status, location } = await browser.post(`${page}/call-back`, { contact });
    expect([status, location]).toEqual([303, `${LIST}?told=calledBack`]);
    expect((await browser.get(page)).text).not.toContain('/call-back"');
    expect(await shown('cncert-liaison', '/portal')).not.toContain('holds none of your duty officers');
    expect(await shown('pkcert-analyst', `/portal/advisories/${item}`)).not.toContain('goes to nobody');
  });

  it('is not called back at a number that was changed of late: the page says from when on it counts', async () => {
    world.clock.advance(DAY);
    const list = (await world.as('cncert-administrator').get('/api/v1/organizations/cncert/contacts')).body;
    const [{ id, version }] = list.items as [{ id: string; version: number }];
    const changed = { role: 'duty', email: 'duty@cncert.example', telephone: '+12025550124', base: version };
    await world.as('cncert-administrator').put(`/api/v1/organizations/cncert/contacts/${id}`).send(changed);
    const page = `${LIST}/cncert/officers/${world.people['cncert-duty-officer']}`;
    const browser = await browse(world, 'pkcert-duty-officer');
    expect((await browser.get(page)).text).toMatch(
      /disabled[^>]*>[\s\S]*Changed of late, so it proves nothing before/,
    );
    const refused = await browser.post(`${page}/call-back`, { contact: id });
    expect([refused.status, refused.text.includes('changed within the last 72 hours')]).toEqual([422, true]);
  });
});

describe('a round of contacts', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await inForce(world, 'PK-CN-ROUNDS', { terms: terms({ contact_verification_days: 180 }) });
    const contact = { role: 'duty', email: 'duty@cncert.example', telephone: '+12025550123' };
    await world.as('cncert-administrator').post('/api/v1/organizations/cncert/contacts').send(contact);
    world.clock.advance(1000);
  });
  afterAll(() => world.close());

  it('is asked, seen on Home by whom it was asked of, answered from its page, and reminded of', async () => {
    let asker = await browse(world, 'pkcert-liaison');
    expect((await asker.get('/portal/agreements/PK-CN-ROUNDS')).text).toMatch(
      /verifies its contacts every \S?180\S? days/,
    );
    const wrong = await asker.post('/portal/contact-rounds', { agreement: 'cncert PK-CN-NONE' });
    expect([wrong.status, wrong.text.includes('id="field-agreement-fault"')]).toEqual([422, true]);
    const sent = await asker.post('/portal/contact-rounds', { agreement: 'cncert PK-CN-ROUNDS' });
    expect(sent.status).toBe(303);
    const page = sent.location!.split('?')[0]!;
    let asked = await browse(world, 'cncert-liaison');
    expect((await asked.get('/portal')).text).toContain(`href="${page}"`);
    const { text } = await asked.get(page);
    expect(text).toContain('not answered');
    expect(text).toMatch(/contacts\/[0-9a-f-]+\/verify/);
    // Reminding is for who asked, once it is due.
    expect((await asker.get(page)).text).not.toContain('/reminders"');
    world.clock.advance(23 * DAY);
    [asker, asked] = [await browse(world, 'pkcert-liaison'), await browse(world, 'cncert-liaison')];
    expect((await asker.get(page)).text).toContain('/reminders"');
    expect((await asker.post(`${page}/reminders`, {})).status).toBe(303);
    expect((await asked.get(page)).text).toContain('Reminded that it is due soon');
    expect((await asked.get(page)).text).not.toContain('/reminders"');
    // Of an organization that is no side of it there is no such page.
    expect((await (await browse(world, 'corvia-liaison')).get(page)).status).toBe(404);
  });
});

describe('activities', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await inForce(world, 'PK-CN-ACTS');
  });
  afterAll(() => world.close());
  const ACTIVITIES = '/portal/activities';

  it('are planned from a form, drawn in their year, recorded, proved and taken into a calendar', async () => {
    const browser = await browse(world, 'pkcert-liaison', { zone: 'Asia/Karachi' });
    expect((await browser.get('/portal/agreements/PK-CN-ACTS')).text).toContain(
      `${ACTIVITIES}?agreement=PK-CN-ACTS`,
    );
    const form = `${ACTIVITIES}/plan?agreement=PK-CN-ACTS`;
    expect((await browser.get(ACTIVITIES)).text).toContain(`${ACTIVITIES}/plan`);
    const sent = {
      ...{ kind: 'drill', title: 'Drill; with, marks', time_zone: 'Asia/Karachi', place: 'Islamabad' },
      ...{
        starts_at: '2026-03-02T14:00',
        ends_at: '2026-03-02T15:00',
        organizers: 'pkcert',
        participants: 'cncert',
      },
    };
    const wrong = await browser.post(form, { ...sent, ends_at: '2026-03-02T13:00' });
    expect([wrong.status, wrong.text.includes('id="field-ends_at-fault"')]).toEqual([422, true]);
    const { status, location } = await browser.post(form, sent);
    expect(status).toBe(303);
    const page = location!.split('?')[0]!;
    const list = (await browser.get(`${ACTIVITIES}?year=2026`)).text;
    expect(list).toContain('class="year-strip"');
    expect(list).toContain('strip-bar strip-blue');
    expect((await browser.get(`${ACTIVITIES}?year=2027`)).text).toContain('No activity in this year.');
    const calendar = (await browser.get(`${page}/calendar`)).text;
    // Two in the afternoon in Karachi is nine in UTC.
    expect(calendar).toContain('DTSTART:20260302T090000Z');
    expect(calendar).toContain('SUMMARY:Drill\\; with\\, marks');
    world.clock.advance(2 * 3_600_000);
    expect((await browser.post(`${page}/completion`, {})).status).toBe(303);
    const bad = await browser.post(`${page}/evidence`, { text: 'Report', sha256: 'none' });
    expect([bad.status, bad.text.includes('id="field-sha256-fault"')]).toEqual([422, true]);
    expect((await browser.post(`${page}/evidence`, { text: 'What we learnt' })).status).toBe(303);
    const partner = await browse(world, 'cncert-liaison');
    const { text } = await partner.get(page);
    expect(text).toContain('What we learnt');
    expect(text).not.toContain('/completion"');
    expect((await (await browse(world, 'moitt-liaison')).get(page)).status).toBe(404);
  });
});

describe('a report on an agreement', () => {
  let world: World;
  beforeAll(async () => {
    const sharing = await Sharing.start();
    ({ world } = sharing);
    await sharing.inForce('cncert', 'PK-CN-REPORT');
    await sharing.released('Title of one (invented)');
    await sharing.pull('cncert');
  });
  afterAll(() => world.close());

  it('is a page with pictures that say in words what they show, and a file; nothing is read before one has chosen', async () => {
    const place = '/portal/agreements/PK-CN-REPORT';
    for (const [person, said] of [
      ['pkcert-liaison', 'We shared'],
      ['cncert-auditor', 'We received'],
    ] as const) {
      const browser = await browse(world, person);
      expect((await browser.get(place)).text).toContain(`${place}/report`);
      const blank = (await browser.get(`${place}/report`)).text;
      expect(blank).not.toContain('class="report-chart"');
      const counterpart = person === 'pkcert-liaison' ? 'cncert' : 'pkcert';
      const query = `counterpart=${counterpart}&from=2026-01-01&until=2027-01-01`;
      const { status, text } = await browser.get(`${place}/report?${query}`);
      expect(status).toBe(200);
      expect(text).toMatch(/class="report-chart"[^>]*role="img"[^>]*aria-label="Shared: \S?\d/);
      expect(text.replaceAll(/[\u2068\u2069]/g, '')).toContain(`${said} 1 version`);
      expect(text).not.toContain('Title of one');
      const csv = await browser.get(`${place}/report/csv?${query}`);
      expect([csv.status, csv.text.includes('section,of,name,count')]).toEqual([200, true]);
      const wrong = await browser.get(
        `${place}/report?counterpart=${counterpart}&from=2027-01-01&until=2026-01-01`,
      );
      expect([wrong.status, wrong.text.includes('id="field-until-fault"')]).toEqual([422, true]);
    }
    expect((await (await browse(world, 'pkcert-analyst')).get(`${place}/report`)).status).toBe(403);
    expect((await (await browse(world, 'corvia-liaison')).get(`${place}/report`)).status).toBe(404);
  });
});
