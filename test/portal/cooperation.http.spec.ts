import type { World } from '../cast';
import { Naming } from '../disclosure/named-world';
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
