import { ENTRY_KINDS } from '../../src/record/entry-kinds';
import { say } from '../../src/portal/messages/catalogue';
import { everyone, expectedRefusal } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { browse } from './browse';

let sharing: Sharing;
let item: string;
let reference: string;
let logs: { id: string; agreement: string | null }[];
beforeAll(async () => {
  sharing = await Sharing.start();
  const { world } = sharing;
  await sharing.inForce('cncert', 'PK-CN');
  await sharing.inForce('corvia', 'PK-XC');
  item = await sharing.released('Phishing of two banks');
  for (const team of ['cncert', 'corvia'] as const) await sharing.pull(team);
  world.clock.advance(60_000);
  await sharing.withdraw(item);
  await world.as('pkcert-auditor').get('/api/v1/decisions/explain').query({ item, team: 'cncert' });
  ({ items: logs } = (await expected(200, world.as('pkcert-auditor').get('/api/v1/logs'))) as {
    items: typeof logs;
  });
  const { body } = await world.as('pkcert-auditor').get(`/api/v1/advisories/${item}`);
  ({ reference } = body as { reference: string });
});
afterAll(() => sharing.world.close());

const read = async (path: string, language: 'en' | 'ur' | 'zh' = 'en', person = 'pkcert-auditor' as const) =>
  (await browse(sharing.world, person, { language })).get(path);
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');
const logOf = (agreement: string | null) => logs.find((one) => one.agreement === agreement)!.id;
const content = (text: string) => plain(text.slice(text.indexOf('<main')));

describe('the record', () => {
  it('is for auditors, and says so to others on every page', async () => {
    const pages = ['', '/item?item=PK-0000', '/partner?team=cncert', `/logs/${logOf('PK-CN')}`].map(
      (path) => `/portal/record${path}`,
    );
    for (const asker of everyone.filter(({ person }) => person)) {
      const browser = await browse(sharing.world, asker.person);
      const refused = expectedRefusal(asker, ['auditor']) !== undefined;
      for (const page of pages) {
        const { status, text } = await browser.get(page);
        const own = asker.organization === 'pkcert' || asker.organization === 'cncert';
        const wanted = refused ? 403 : page.includes('/logs/') && !own ? 404 : 200;
        expect([asker.name, page, status]).toEqual([asker.name, page, wanted]);
        expect(text.includes('The record is read by auditors.')).toBe(refused);
      }
    }
    expect((await (await browse(sharing.world)).get('/portal/record')).status).toBe(303);
  });

  it('lists the logs that one may read', async () => {
    const { text } = await read('/portal/record');
    for (const { id } of logs) expect(text).toContain(`href="/portal/record/logs/${id}"`);
    expect(plain(text)).toContain('Between cncert · pkcert ( PK-CN )');
  });

  it('answers of a log of others what it answers of one that never was', async () => {
    const browser = await browse(sharing.world, 'corvia-auditor');
    const ask = async (id: string) => {
      const { status, text } = await browser.get(`/portal/record/logs/${id}`);
      return [status, text.replaceAll(id, 'LOG')];
    };
    expect(await ask(logOf('PK-CN'))).toEqual(await ask('0b9e4c1a-0000-4000-8000-000000000000'));
  });

  it.each(['en', 'ur', 'zh'] as const)(
    'has a sentence in %s for every kind of entry that can be written',
    (language) => {
      for (const kind of ENTRY_KINDS) expect(say(language, `entries.${kind}`)).toMatch(/[.。۔]$/);
      const sentences = ENTRY_KINDS.map((kind) => say(language, `entries.${kind}`));
      expect(new Set(sentences).size).toBe(ENTRY_KINDS.length);
    },
  );

  it('tells entries in sentences, the newest first', async () => {
    const said = content((await read(`/portal/record/logs/${logOf('PK-CN')}`)).text);
    const places = [
      'An answer carried items to a team.',
      'A version of an item became known to a team.',
      'An agreement was drafted.',
    ].map((sentence) => said.lastIndexOf(sentence));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(content((await read(`/portal/record/logs/${logOf('PK-CN')}`, 'ur')).text)).toContain(
      'ایک شے کا نسخہ ایک ٹیم کو معلوم ہوا۔',
    );
  });

  it('narrows a log by kind, and says that there is nothing where there is nothing', async () => {
    const shown = async (query: string) =>
      [
        ...(await read(`/portal/record/logs/${logOf('PK-CN')}?${query}`)).text.matchAll(
          /<p class="entry-said">([^<]*)/g,
        ),
      ].map(([, sentence]) => sentence);
    expect(await shown('kind=disclosure')).toEqual(['A version of an item became known to a team.']);
    expect(await shown('kind=released')).toEqual([]);
    expect(await shown('to=2020-01-01T00%3A00')).toEqual([]);
    expect((await shown(`item=${reference}`)).toSorted()).toEqual([
      'A version of an item became known to a team.',
      'An answer carried items to a team.',
    ]);
  });

  it('names a period that ends before it begins', async () => {
    const { status, text } = await read(
      `/portal/record/logs/${logOf(null)}?from=2026-02-02T00:00&to=2026-01-01T00:00`,
    );
    expect([status, text.includes('has to be later than its beginning')]).toEqual([422, true]);
  });

  it('tells the life of an item, in all logs and in its order, by its reference too', async () => {
    for (const named of [item, reference]) {
      const said = content((await read(`/portal/record/item?item=${named}`)).text);
      const story = [
        'An advisory was drafted.',
        'A version of an item was released.',
        'became known to a team',
        'An item was withdrawn.',
        'Somebody asked who may see an item',
      ];
      const places = story.map((sentence) => said.indexOf(sentence));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      for (const agreement of ['PK-CN', 'PK-XC']) expect(said).toContain(agreement);
    }
  });

  it('answers the same of an item of others and of none', async () => {
    const browser = await browse(sharing.world, 'corvia-auditor');
    // Her own log may say that it was asked for before: entries have ids and instants of their own.
    const ask = async (id: string) =>
      (await browser.get(`/portal/record/item?item=${id}`)).text
        .replaceAll(id, 'ITEM')
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
        .replaceAll(/<time.*?<\/time>/gs, 'TIME');
    expect(await ask(item)).toEqual(await ask('0b9e4c1a-0000-4000-8000-000000000000'));
  });

  it('tells everything that one partner got: when, which version, under which clause', async () => {
    const said = content((await read('/portal/record/partner?team=cncert')).text);
    expect(said).toMatch(/TLP: ?GREEN Phishing of two banks .* 1 .*PK-CN , terms version 1, Art\. 1/);
    expect(said).not.toContain('PK-XC');
    const nobody = content((await read('/portal/record/partner?team=dunmere')).text);
    expect(nobody).toContain('No log that you may read says that anything was disclosed to this team.');
  });

  it.each(['csv', 'jsonl'])('exports a log as %s, as the web API has it', async (format) => {
    const path = `/logs/${logOf('PK-CN')}`;
    const { status, text, headers } = await read(`/portal/record${path}/export?format=${format}`);
    const api = await sharing.world
      .as('pkcert-auditor')
      .get(`/api/v1${path}/entries?format=${format}`)
      .buffer(true);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(api.headers['content-disposition']);
    expect(headers['content-type']).toBe(api.headers['content-type']);
    if (format === 'csv') expect(text).toBe(api.text);
  });

  it('exports nothing to others, in words', async () => {
    for (const person of ['pkcert-liaison', 'corvia-auditor'] as const) {
      const { status, text } = await (
        await browse(sharing.world, person)
      ).get(`/portal/record/logs/${logOf('PK-CN')}/export?format=csv`);
      expect([person, status, text.includes('<html')]).toEqual([
        person,
        person === 'pkcert-liaison' ? 403 : 404,
        true,
      ]);
    }
  });
});
