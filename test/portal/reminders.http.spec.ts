import { everyone, type World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { addContact, verify } from '../organizations/contact-work';
import { browse } from './browse';

const REFERENCE = 'PK-CN-SOON';
/** A reference within a sentence stands apart from it, whatever the direction of the language. */
const SAID = `\u2068${REFERENCE}\u2069`;
const PLACE = `/portal/agreements/${REFERENCE}`;
const NEEDS = '/portal/home/needs';
const DAY = 86_400_000;

describe('reminders on screens', () => {
  let world: World;
  beforeAll(async () => {
    const sharing = await Sharing.start();
    ({ world } = sharing);
    const now = world.clock.now().getTime();
    const terms = { expires_at: new Date(now + 80 * DAY).toISOString(), contact_verification_days: 20 };
    await sharing.inForce('cncert', REFERENCE, {}, terms);
    // One that is verified, and one that never was.
    await verify(world, await addContact(world));
    await addContact(world, { email: 'never@pkcert.example', name: 'Never asked (invented)' });
    const body = { reason: 'Of a test.', review_at: new Date(now + 3 * DAY).toISOString() };
    await world.as('pkcert-liaison').post(`/api/v1/agreements/${REFERENCE}/suspensions`).send(body);
  });
  afterAll(() => world.close());
  const times = (text: string, words: string) => text.split(words).length - 1;

  it('tell at Home each thing once: what stands there already is not told again', async () => {
    const { text } = await (await browse(world, 'pkcert-liaison')).get(NEEDS);
    expect(text).toContain(`${SAID} ends.`);
    expect(times(text, 'The duty desk (invented)')).toBe(1);
    expect(times(text, 'Never asked (invented)')).toBe(1);
    expect(text).not.toContain('is to be reviewed');
    expect(times(text, '/portal/agreements/pauses/')).toBe(1);
  });

  it('are told to parties of the agreement alone, whoever of the cast looks', async () => {
    for (const { name, person, organization, is } of everyone) {
      if (!person) continue;
      const { text } = await (await browse(world, person)).get(NEEDS);
      const told = ['pkcert', 'cncert'].includes(organization) && is.includes('liaison');
      expect([name, text.includes(`${SAID} ends.`)]).toEqual([name, told]);
    }
  });

  it.each([
    ['en', 'Put away', `${SAID} ends.`],
    ['ur', 'ہٹا دیں', `${SAID} ختم ہو رہا ہے۔`],
    ['zh', '收起', `${SAID} 即将终止。`],
  ] as const)('stand on the page of the agreement, in %s', async (language, button, sentence) => {
    const browser = await browse(world, 'cncert-liaison', { language });
    const { text } = await browser.get(PLACE);
    expect(text).toContain(sentence);
    expect(text).toContain(button);
    const analyst = await browse(world, 'pkcert-analyst', { language });
    expect((await analyst.get(PLACE)).text).not.toContain(sentence);
  });

  it('are put away by one person for herself, from where they stand', async () => {
    const browser = await browse(world, 'pkcert-second-liaison');
    const sent = { kind: 'expiry', subject: REFERENCE };
    expect(await browser.post('/portal/reminders/seen', { ...sent, agreement: REFERENCE })).toMatchObject({
      status: 303,
      location: `${PLACE}?told=recorded`,
    });
    expect((await browser.get(PLACE)).text).not.toContain(`${SAID} ends.`);
    expect((await browser.get(NEEDS)).text).not.toContain(`${SAID} ends.`);
    const other = await browse(world, 'pkcert-liaison');
    expect((await other.get(NEEDS)).text).toContain(`${SAID} ends.`);
    const away = await browser.post('/portal/reminders/seen', { ...sent, agreement: '//elsewhere.example' });
    expect(away.location).toBe('/portal?told=recorded');
  });

  it('are a calendar file of all dates of the agreement, for its parties', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    expect((await browser.get(PLACE)).text).toContain(`${PLACE}/calendar`);
    const { status, text } = await browser.get(`${PLACE}/calendar`);
    expect(status).toBe(200);
    expect(text).toContain(`SUMMARY:${REFERENCE} ends`);
    expect(text).toContain('review of a suspension or stop');
    expect(times(text, 'BEGIN:VEVENT')).toBe(times(text, 'END:VEVENT'));
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect((await (await browse(world, 'corvia-liaison')).get(`${PLACE}/calendar`)).status).toBe(404);
  });
});
