import { everyone, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { browse } from './browse';

const PLACE = '/portal/tellings';
const FORM = `${PLACE}/new`;

let world: World;
let item: string;
let reference: string;
beforeAll(async () => {
  const sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-TELL');
  item = await sharing.released('Told by telephone');
  ({ reference } = (await expected(200, world.as('pkcert-analyst').get(`/api/v1/advisories/${item}`))) as {
    reference: string;
  });
  world.clock.advance(60_000);
});
afterAll(() => world.close());
const fieldOf = (text: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(text)
    ?.slice(1)
    .find(Boolean) ?? '';

describe('I told them', () => {
  it('is offered on an item, on a team and on its card, each with what is known of it', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    for (const [path, known] of [
      [`/portal/advisories/${item}`, `item=${reference}`],
      ['/portal/organizations/cncert', 'to=cncert'],
      ['/portal/call-and-stop', 'to=cncert'],
    ] as const)
      expect((await browser.get(path)).text).toContain(`href="${FORM}?${known}"`);
    expect((await browser.get('/portal/organizations/pkcert')).text).not.toContain(FORM);
  });

  it('from a card takes the reference alone: the team, the way and the time are there', async () => {
    const browser = await browse(world, 'pkcert-duty-officer', { zone: 'Asia/Karachi' });
    const { text } = await browser.get(`${FORM}?to=cncert`);
    expect(text).toContain('<option value="cncert" selected>');
    const sent = { told_at: fieldOf(text, 'told_at'), told_at_shown: fieldOf(text, 'told_at_shown') };
    const body = { to: 'cncert', how: 'call', item: reference, encrypted: 'yes', ...sent };
    const seen = await browser.post(FORM, body);
    const page = await browser.follow(seen);
    expect(page.text).toContain('Known to have been');
    expect(page.text).toContain('It might be told:');
    expect(page.text).toContain('PK-CN-TELL');
    const [told] = (
      (await world.as('pkcert-auditor').get('/api/v1/tellings')).body as {
        items: { told_at: string; late: boolean }[];
      }
    ).items;
    expect([told!.told_at, told!.late]).toEqual([world.clock.now().toISOString(), false]);
  });

  it('says loudly, in words, what stood against it, and keeps it among what stands out', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    const local = '2026-01-01T00:00';
    const sent = {
      to: 'dunmere',
      how: 'meeting',
      about: 'What lies in no file.',
      tlp: 'AMBER',
      told_at: local,
    };
    const page = await browser.follow(await browser.post(FORM, sent));
    expect(page.text).toContain('It should not have been told');
    expect(page.text).toContain('Recorded late');
    const list = await browser.get(`${PLACE}/exceptions`);
    expect(list.text).toContain('Told though nothing let it go');
    expect(list.text).toContain('What lies in no file.');
    expect((await browser.get(`${PLACE}/exceptions?kind=told_late`)).text).toContain('What lies in no file.');
  });

  it('leaves what was typed where it was, beside what is wrong with it', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const sent = { to: 'cncert', how: 'mail', about: 'Typed in vain.', told_at: '2026-01-01T00:00' };
    const { status, text } = await browser.post(FORM, sent);
    expect(status).toBe(422);
    expect(text).toContain('Typed in vain.');
    expect(text).toContain('id="field-tlp-fault"');
    expect((await browser.post(FORM, { ...sent, tlp: 'GREEN', told_at: '2126-01-01T00:00' })).text).toContain(
      'id="field-told_at-fault"',
    );
  });

  it('is corrected beside it', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    const { items } = (await world.as('pkcert-liaison').get('/api/v1/tellings')).body as {
      items: { id: string }[];
    };
    const at = `${PLACE}/${items[0]!.id}`;
    const page = await browser.follow(
      await browser.post(`${at}/corrections`, { text: 'It was another team.', not_told: 'yes' }),
    );
    expect(page.text).toContain('It was another team.');
    expect(page.text).toContain('It was not told at all.');
    expect((await browser.post(`${at}/corrections`, { text: '' })).status).toBe(422);
  });

  it('shows on the item who knows it, by word of mouth too', async () => {
    const { text } = await (await browse(world, 'pkcert-releaser')).get(`/portal/advisories/${item}`);
    expect(text).toContain('Who knows it');
    expect(text).toContain('by word of mouth');
    expect(text).not.toContain('Told though nothing let it go');
    const said = { to: 'corvia', item, how: 'call', told_at: world.clock.now().toISOString() };
    await expected(201, world.as('pkcert-analyst').post('/api/v1/tellings').send(said));
    const after = await (await browse(world, 'pkcert-releaser')).get(`/portal/advisories/${item}`);
    expect(after.text).toContain('Told though nothing let it go');
  });

  it('is read by the own side alone', async () => {
    const { items } = (await world.as('pkcert-liaison').get('/api/v1/tellings')).body as {
      items: { id: string }[];
    };
    for (const { person, organization, name } of everyone) {
      if (!person) continue;
      const { status } = await (await browse(world, person)).get(`${PLACE}/${items[0]!.id}`);
      expect([name, status]).toEqual([name, organization === 'pkcert' ? 200 : 404]);
    }
  });
});
