import { everyone, type World } from '../../cast';
import { Annex } from '../../disclosure/children-world';
import { expected, Sharing } from '../../disclosure/sharing-world';
import { say } from '../../../src/portal/messages/catalogue';
import { browse } from '../browse';

const TEXT = 'Not to be passed on beyond its label.';
const ANNEX = '依据附件收到。';

let sharing: Sharing;
let world: World;
let page: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-1', {
    obligations: {
      marking: [{ language: 'en', text: TEXT }],
      ...{ encryption_in_transit: 'must', permitted_actions: 'NONE' },
      classification_map: [{ label: 'AMBER', level: '内部' }],
    },
  });
  const annex = new Annex(sharing, 'PK-CN-1-A1', 'PK-CN-1');
  const marking = [
    { language: 'en', text: TEXT },
    { language: 'zh', text: ANNEX },
  ];
  await (await annex.signed({ obligations: { marking } })).enter();
  await sharing.released('Marked', { sectors: ['energy'] });
  world.clock.advance(1000);
  const { items } = (await expected(200, world.withKey('cncert').get('/api/v1/advisories'))) as {
    items: { id: string }[];
  };
  page = `/advisories/${items[0]!.id}`;
});
afterAll(() => world.close());

it.each(['en', 'ur', 'zh'] as const)(
  'a received item shows the texts of all its terms and the national level, in their own words: %s',
  async (language) => {
    const browser = await browse(world, 'cncert-liaison', { language });
    const { text } = await browser.get(`/portal${page}`);
    expect(text).toContain(say(language, 'handling.heldAt'));
    expect(text).toContain('内部');
    expect(text.split(`<p lang="en" dir="auto"><bdi dir="auto">${TEXT}</bdi></p>`)).toHaveLength(2);
    expect(text).toContain(`<p lang="zh" dir="auto"><bdi dir="auto">${ANNEX}</bdi></p>`);
    expect(text).toContain('IEP: ');
  },
);

it('the web API says it beside the document, whose bytes stay as they are', async () => {
  const { headers, text } = await world.withKey('cncert').get(`/api/v1${page}`);
  expect(headers['accord-basis']).toBe('grant;agreement="PK-CN-1";terms=1;clause=%"Art. 1"');
  expect(headers['accord-instruments']).toBe('"PK-CN-1-A1";terms=1;clause=%"Annex 1, 2"');
  expect(headers['accord-national-level']).toBe('%"%e5%86%85%e9%83%a8"');
  expect(text).not.toContain(TEXT);
});

it('nobody else is shown any of it', async () => {
  for (const { name, organization, ask } of everyone) {
    const { status, headers } = await ask(world).get(`/api/v1${page}`);
    const level = headers['accord-national-level'];
    expect([name, level !== undefined]).toEqual([name, organization === 'cncert' && status === 200]);
  }
});

it('the card of a partner says by which telephone it may be told', async () => {
  const { text } = await (await browse(world, 'pkcert-duty-officer')).get('/portal/call-and-stop');
  expect(text).toContain(say('en', 'callAndStop.byEncryptedVoice'));
});
