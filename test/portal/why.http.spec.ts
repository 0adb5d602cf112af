import { everyone, expectedRefusal } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { RULE_NAMES } from '../../src/disclosure/rules/rule-names';
import { browse } from './browse';

const ASKERS = ['liaison', 'releaser', 'auditor'] as const;

let sharing: Sharing;
let green: string;
let amber: string;
let reference: string;
let before: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  const { world } = sharing;
  await sharing.inForce('cncert', 'PK-CN');
  before = world.clock.now().toISOString();
  world.clock.advance(60_000);
  green = await sharing.released('Phishing of two banks');
  amber = await sharing.released('Phishing of three banks', { tlp: 'AMBER' });
  await sharing.pull('cncert');
  const { body } = await world.as('pkcert-liaison').get(`/api/v1/advisories/${green}`);
  ({ reference } = body as { reference: string });
});
afterAll(() => sharing.world.close());

const why = async (query: Record<string, string>, language: 'en' | 'ur' | 'zh' = 'en', zone?: string) => {
  const browser = await browse(sharing.world, 'pkcert-liaison', { language, ...(zone ? { zone } : {}) });
  return browser.get(`/portal/why?${new URLSearchParams(query).toString()}`);
};

/** The text of a page without its marks and isolates. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

describe('why', () => {
  it('is for liaison officers, releasers and auditors, and says so to others', async () => {
    for (const asker of everyone.filter(({ person }) => person)) {
      const browser = await browse(sharing.world, asker.person);
      const { status, text } = await browser.get('/portal/why');
      const refused = expectedRefusal(asker, ASKERS) !== undefined;
      expect([asker.name, status]).toEqual([asker.name, refused ? 403 : 200]);
      expect(text.includes('Your roles are others.')).toBe(refused);
    }
    const { location } = await (await browse(sharing.world)).get('/portal/why');
    expect(location).toMatch(/^\/portal\/sign-in/);
  });

  it('says first, in one sentence, that a team may, and ends in the clause', async () => {
    const { status, text } = await why({ item: green, team: 'cncert' });
    expect(status).toBe(200);
    const said = plain(text);
    expect(said).toMatch(
      /Yes\. CNCERT.* may see version 1 of this advisory under PK-CN, terms version 1, Art\. 1\./,
    );
    expect(said).toMatch(/It ends in this clause: PK-CN , terms version 1, Art\. 1/);
    expect(said.indexOf('Yes.')).toBeLessThan(said.indexOf('On what it could rest'));
  });

  it('shows every basis with every rule that was asked, and the one that forbids with what it compared', async () => {
    const { text } = await why({ item: amber, team: 'cncert' });
    const said = plain(text);
    expect(said).toContain('No. CNCERT');
    expect(said).toContain('a rule forbids it on the one grant there is, and it is not public');
    expect(said).toContain('No clause lets this team see it.');
    expect(said).toMatch(
      /D-04 TLP ceiling ✕ forbids The marking of the item is above the ceiling.*TLP: AMBER · ceiling: GREEN/,
    );
    for (const rule of Object.keys(RULE_NAMES))
      expect([rule, text.includes(`-${rule}"`)]).toEqual([rule, true]);
  });

  it('names near misses before what is further away', async () => {
    const said = plain((await why({ item: amber, team: 'cncert' })).text);
    expect(said).toContain('Near miss: one rule forbids it.');
    const places = ['Grant PK-CN', 'As everybody may', 'As its owner'].map((one) => said.indexOf(one));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('marks the rung that forbids by more than its colour', async () => {
    const { text } = await why({ item: amber, team: 'cncert' });
    const rung = /<li class="rung rung-forbids"><a href="#basis-0-D-04"[^>]*>(.*?)<\/a>/.exec(text)![1];
    expect(plain(rung!)).toContain('✕ D-04 forbids');
  });

  it.each([
    ['ur', 'نہیں۔', 'منع کرتا ہے'],
    ['zh', '不可以。', '禁止'],
  ] as const)('is said in %s, with ids, labels and clauses as they are', async (language, no, forbids) => {
    const { text } = await why({ item: amber, team: 'cncert' }, language);
    for (const words of [no, forbids, 'D-04', 'AMBER', 'PK-CN', 'Art. 1']) expect(text).toContain(words);
    expect(text).not.toContain('the marking is above the ceiling');
  });

  it('finds the item by its reference, as by its id', async () => {
    const { text } = await why({ item: reference, team: 'cncert' });
    expect(plain(text)).toContain('Phishing of two banks');
  });

  it('offers the items that have the words of the title, and keeps the team that was chosen', async () => {
    const { status, text } = await why({ item: 'phishing banks', team: 'cncert' });
    expect(status).toBe(200);
    for (const id of [green, amber]) expect(text).toContain(`href="/portal/why?item=${id}&amp;team=cncert"`);
    expect(plain((await why({ item: 'two banks', team: 'cncert' })).text)).toContain('Yes. CNCERT');
  });

  it('is answered in at most three steps from home, and in two from the item', async () => {
    const browser = await browse(sharing.world, 'pkcert-liaison');
    const steps: string[] = [];
    const step = async (path: string) => {
      steps.push(path);
      return (await browser.get(path)).text;
    };
    const link = (text: string, pattern: RegExp) => pattern.exec(text)![1]!.replaceAll('&amp;', '&');
    const home = (await browser.get('/portal')).text;
    const form = await step(link(home, /href="(\/portal\/why)"/));
    expect(form).toContain('<form method="get" action="/portal/why"');
    const several = await step('/portal/why?item=phishing+banks&team=cncert&person=&channel=&purpose=&at=');
    const answer = await step(link(several, new RegExp(`href="(/portal/why\\?item=${green}[^"]*)"`)));
    expect(plain(answer)).toContain('Yes. CNCERT');
    expect(steps.length).toBeLessThanOrEqual(3);
    // From the page of the item: its link, then the form with a team.
    const there = await browser.get(`/portal/why?item=${green}`);
    expect([there.status, there.text.includes(`value="${green}"`)]).toEqual([200, true]);
    expect(plain((await browser.get(`/portal/why?item=${green}&team=cncert`)).text)).toContain('Yes. CNCERT');
  });

  it('answers of a past instant in the zone of the reader, and says what was recorded', async () => {
    const later = new Date(sharing.world.clock.now().getTime() + 60_000);
    sharing.world.clock.advance(120_000);
    const local = new Date(later.getTime() + 5 * 3_600_000).toISOString().slice(0, 16);
    const { status, text } = await why({ item: green, team: 'cncert', at: local }, 'en', 'Asia/Karachi');
    expect(status).toBe(200);
    const said = plain(text);
    expect(said).toContain('As it stood then, with what was on record then');
    expect(said).toContain(`${later.toISOString().slice(0, 16).replace('T', ' ')} UTC`);
    expect(said).toContain('The record and the answer of today agree.');
  });

  it('says of a time that is none, to come, or before the version, what is wrong with it', async () => {
    const ask = async (at: string) => {
      const { status, text } = await why({ item: green, team: 'cncert', at });
      return `${status} ${/role="alert"[^>]*>([^<]*)/.exec(text)?.[1]}`;
    };
    expect(await ask('yesterday')).toBe('422 This is no time of day. Write it as 2026-11-30T14:05.');
    expect(await ask('2199-01-01T00:00')).toBe('422 This instant lies in the future.');
    expect(await ask(before.slice(0, 16))).toBe('422 The version had not been made at this instant.');
  });

  it('answers the same of an item that is another’s and of one that is not there', async () => {
    const browser = await browse(sharing.world, 'cncert-liaison');
    const ask = async (item: string) => {
      const { status, text } = await browser.get(`/portal/why?item=${item}&team=cncert`);
      return [status, text.replaceAll(item, 'ITEM').replace(/value="[\w-]{40,}"/g, '')];
    };
    const absent = await ask('0b9e4c1a-0000-4000-8000-000000000000');
    expect(absent[0]).toBe(404);
    for (const item of [green, amber]) expect(await ask(item)).toEqual(absent);
  });

  it('has nothing of the item in its title or address', async () => {
    const { text } = await why({ item: amber, team: 'cncert' });
    expect(/<title>(.*?)<\/title>/.exec(text)![1]).toBe('Why · Accord');
    expect(text).toContain('TLP:AMBER');
  });
});
