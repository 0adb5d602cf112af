import { everyone, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { browse } from './browse';

const PLACE = '/portal/call-and-stop';
const TELEPHONE = '+861055500100';

interface Pauses {
  items: { kind: string; to: string; reason: string | null; open: boolean }[];
}

describe('Call and stop', () => {
  let world: World;
  beforeAll(async () => {
    const sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN-CALL', {
      information_types: [
        { type: 'threat_report', tlp_ceiling: 'GREEN' },
        { type: 'incident_detail', tlp_ceiling: 'RED' },
      ],
    });
    const theirs = '/api/v1/organizations/cncert';
    const administrator = world.as('cncert-administrator');
    const profile = { base: 0, name: 'CNCERT/CC', time_zone: 'Asia/Shanghai' };
    await expected(200, administrator.put(`${theirs}/profile`).send(profile));
    const duty = { role: 'duty', email: 'duty@cncert.example', telephone: TELEPHONE, languages: ['zh'] };
    const others = { role: 'press', email: 'press@cncert.example', telephone: '+861055500199' };
    await expected(201, administrator.post(`${theirs}/contacts`).send(others));
    const { id } = (await expected(201, administrator.post(`${theirs}/contacts`).send(duty))) as {
      id: string;
    };
    const tried = { version: 1, method: 'telephone-call' };
    const verifications = `${theirs}/contacts/${id}/verifications`;
    await expected(201, world.as('cncert-duty-officer').post(verifications).send(tried));
  });
  afterAll(() => world.close());

  const pauses = async () =>
    ((await world.as('pkcert-duty-officer').get('/api/v1/pauses')).body as Pauses).items;

  it('tells whom to call first, what time it is there, and what may be told up to which label', async () => {
    const { status, text } = await (await browse(world, 'pkcert-duty-officer')).get(PLACE);
    expect(status).toBe(200);
    expect(text).toContain(`href="tel:${TELEPHONE}"`);
    expect(text.indexOf(TELEPHONE)).toBeLessThan(text.indexOf('+861055500199'));
    expect(text).toContain('Asia/Shanghai');
    expect(text).toContain('Chinese');
    expect(text).toMatch(/TLP:RED<\/span> and wider: \S*details of incidents/);
    expect(text).toMatch(/TLP:GREEN<\/span> and wider: \S*threat reports/);
  });

  it('is a page for each partner on paper, with its label, and the time in UTC and in the zone of the reader', async () => {
    const browser = await browse(world, 'pkcert-duty-officer', { zone: 'Asia/Karachi' });
    for (const path of ['cards', 'cncert/card']) {
      const { text } = await browser.get(`${PLACE}/${path}`);
      expect(text.match(/class="print-card"/g)).toHaveLength(1);
      expect(text).toContain('This page holds');
      expect(text).toContain('TLP:GREEN');
      const [, printed = ''] = text.split('class="as-of"');
      expect(printed).toContain(`${world.clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC`);
      expect(printed).toMatch(/GMT\+5|PKT/);
    }
  });

  it('records that a duty officer was verified, by whom and how, and revokes it', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    const path = `${PLACE}/cncert/officers/${world.people['cncert-duty-officer']}`;
    expect((await browser.get(PLACE)).text).toContain(`href="${path}"`);
    const refused = await browser.post(path, { method: 'call_back' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="field-valid_until-fault"');
    const until = new Date(world.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
    const sent = await browser.post(path, { method: 'call_back', valid_until: until });
    expect([sent.status, sent.location]).toEqual([303, `${PLACE}?told=verified`]);
    const list = (await browser.get(PLACE)).text;
    expect(list).toMatch(/by \S?Usman Tariq \(invented\)\S?, \S?called back/);
    const revocation = /action="([^"]*\/revocation)"/.exec((await browser.get(path)).text)?.[1];
    expect((await browser.post(revocation!, { reason: 'Nobody answers.' })).status).toBe(303);
    expect((await browser.get(PLACE)).text).toContain('not verified: tell nothing that is TLP:RED');
  });

  it('shows each member of the cast her own partners alone, and offers the stop to duty officers alone', async () => {
    for (const { name, person } of everyone.filter((asker) => asker.person || asker.name === 'anonymous')) {
      const browser = await browse(world, person);
      const list = await browser.get(PLACE);
      const ask = await browser.get(`${PLACE}/cncert/stop`);
      if (!person) {
        expect([name, list.status, ask.status]).toEqual([name, 303, 303]);
        expect(list.location).toContain('/portal/sign-in');
        continue;
      }
      const ours = person.startsWith('pkcert-');
      expect([name, list.status, list.text.includes(TELEPHONE)]).toEqual([name, 200, ours]);
      const officer = person === 'pkcert-duty-officer';
      expect([name, list.text.includes(`${PLACE}/cncert/stop`)]).toEqual([name, officer]);
      const wanted = officer ? 200 : person === 'cncert-duty-officer' ? ask.status : 403;
      expect([name, ask.status]).toEqual([name, wanted]);
      expect([name, ask.status === 200]).toEqual([name, officer]);
    }
    expect(await pauses()).toEqual([]);
  });

  it('asks for a reason, and stops nothing without one', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    const refused = await browser.post(`${PLACE}/cncert/stop`, {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="field-reason-fault"');
    expect(await pauses()).toEqual([]);
  });

  it('stops what goes to a team in at most three steps from the list, and says whom it affects before', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    let steps = 0;
    const link = /href="([^"]*\/cncert\/stop)"/.exec((await browser.get(PLACE)).text)?.[1];
    steps += 1;
    const asked = await browser.get(link!);
    expect(asked.text).toContain('CNCERT/CC');
    expect(asked.text).toMatch(/cncert\S? no longer gets|takes effect at once/);
    expect(await pauses()).toEqual([]);
    const action = /action="([^"]*\/cncert\/stop)"/.exec(asked.text)?.[1];
    steps += 1;
    const done = await browser.post(action!, { reason: 'Their keys were published.' });
    expect([done.status, done.location]).toEqual([303, `${PLACE}?told=stopped`]);
    expect(steps).toBeLessThanOrEqual(3);
    expect(await pauses()).toEqual([
      expect.objectContaining({
        kind: 'stop',
        to: 'cncert',
        reason: 'Their keys were published.',
        open: true,
      }),
    ]);
    const list = (await browser.get(PLACE)).text;
    expect(list).toContain('Sending is stopped since');
    expect(list).not.toContain(`href="${PLACE}/cncert/stop"`);
  });

  it('does not tell the other side why', async () => {
    const { text } = await (await browse(world, 'cncert-duty-officer')).get(PLACE);
    expect(text).toContain('has stopped sending to');
    expect(text).not.toContain('Their keys were published.');
  });
});
