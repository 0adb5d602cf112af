import { everyone, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { browse } from './browse';

let world: World;
let item: string;
let at: string;
let form: string;
beforeAll(async () => {
  const sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-ALONE', { emergency_release: { up_to: 'GREEN' } });
  await sharing.inForce('corvia', 'PK-XC-NEVER');
  item = await sharing.draft('Cannot wait');
  at = `/portal/advisories/${item}`;
  form = `/portal/emergencies/of/advisory/${item}`;
});
afterAll(() => world.close());

describe('releasing alone in an emergency', () => {
  it('is offered to releasers and duty officers of the owner, and to nobody else', async () => {
    for (const { person, organization, is } of everyone) {
      if (!person || organization !== 'pkcert') continue;
      const { text } = await (await browse(world, person)).get(at);
      const may = is.includes('releaser') || is.includes('duty-officer');
      expect([person, text.includes(form)]).toEqual([person, may]);
    }
  });

  it('says beforehand whom it reaches and whom not, and asks for a reason', async () => {
    const { text } = await (await browse(world, 'pkcert-duty-officer')).get(form);
    expect(text).toContain('Only teams whose terms allow it get it');
    expect(text).toContain('<bdi>corvia</bdi>');
    expect(text).toContain('name="reason"');
  });

  it('stands out afterwards on Home, beside the item and among the exceptions', async () => {
    const officer = await browse(world, 'pkcert-duty-officer');
    const sent = await officer.post(form, { version: '1', reason: 'The attack is running.' });
    expect(sent.location).toBe(`${at}?told=released`);
    const releaser = await browse(world, 'pkcert-releaser');
    for (const place of ['/portal', at]) expect((await releaser.get(place)).text).toContain('released');
    expect((await releaser.get('/portal')).text).toContain('another person has to review it');
    expect((await releaser.get(at)).text).toContain('alert-danger');
    expect((await releaser.get('/portal/tellings/exceptions')).text).toContain(
      'Released by one person alone',
    );
  });

  it('is reviewed by another person, and then no longer stands out', async () => {
    const { items } = (await expected(
      200,
      world.as('pkcert-auditor').get(`/api/v1/emergency-releases?item=${item}`),
    )) as { items: { id: string }[] };
    const page = `/portal/emergencies/${items[0]!.id}`;
    expect((await (await browse(world, 'pkcert-duty-officer')).get(page)).text).toContain(
      'You released it alone.',
    );
    const releaser = await browse(world, 'pkcert-releaser');
    expect((await releaser.get(page)).text).toContain('Confirm the release');
    const { location } = await releaser.post(`${page}/confirmation`, {});
    expect(location).toBe(`${page}?told=recorded`);
    expect((await releaser.get(at)).text).not.toContain('alert-danger');
    expect((await releaser.get('/portal')).text).not.toContain('another person has to review it');
  });

  it('is said in a sentence of the terms', async () => {
    const { text } = await (await browse(world, 'cncert-liaison')).get('/portal/agreements/PK-CN-ALONE');
    expect(text).toContain('In an emergency one person at');
  });
});
