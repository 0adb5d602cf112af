import type { World } from '../cast';
import { type Language, LANGUAGES } from '../../src/portal/messages/locales';
import { say } from '../../src/portal/messages/catalogue';
import { PATH, Requests } from '../disclosure/requests/request-world';
import { expected } from '../disclosure/sharing-world';
import { browse } from './browse';

const languages = Object.keys(LANGUAGES) as Language[];
let requests: Requests;
let world: World;
beforeAll(async () => {
  requests = await Requests.start({
    need: 'both',
    reach_back: 'all',
    respond_within: { minutes: 60 },
    update_interval_hours: 24,
  });
  ({ world } = requests);
});
afterAll(() => world.close());

describe('the pages of requests', () => {
  it.each(languages)(
    'tell both sides until when an answer is due, and that it is overdue: %s',
    async (language) => {
      const id = await requests.ask();
      const told = async (person: 'pkcert-liaison' | 'cncert-liaison') => {
        const browser = await browse(world, person, { language });
        const direction = person === 'cncert-liaison' ? 'sent' : 'received';
        const pages = [`/portal/requests/${id}`, `/portal/requests?direction=${direction}`];
        return (await Promise.all(pages.map((page) => browser.get(page)))).map(({ text }) => text);
      };
      for (const text of await told('pkcert-liaison')) {
        expect(text).toContain(say(language, 'requests.answerDue'));
        expect(text).toContain(say(language, 'requests.response_running'));
      }
      requests.later(60 * 60_000);
      for (const text of [...(await told('pkcert-liaison')), ...(await told('cncert-liaison'))])
        expect(text).toContain(`<strong>${say(language, 'requests.response_overdue')}</strong>`);
      await requests.close(id);
    },
  );

  it.each(languages)('tell both sides how far it is, and when a word is due: %s', async (language) => {
    const id = await requests.ask();
    const [asked, asker] = [
      await browse(world, 'pkcert-liaison', { language }),
      await browse(world, 'cncert-liaison', { language }),
    ];
    const page = `/portal/requests/${id}`;
    expect((await asked.get(page)).text).toContain(say(language, 'requests.word'));
    expect((await asker.get(page)).text).not.toContain(say(language, 'requests.wordHint'));
    await asked.post(`${page}/updates`, { note: 'Banks are being asked.' });
    for (const browser of [asked, asker]) {
      const { text } = await browser.get(page);
      expect(text).toContain('Banks are being asked.');
      expect(text).toContain(say(language, 'requests.wordEvery', { hours: 24 }));
    }
    await requests.close(id);
  });

  it('let whoever asks say how much it presses', async () => {
    const browser = await browse(world, 'cncert-liaison');
    const { location } = await browser.post('/portal/requests/new', {
      ...{ to: 'pkcert', subject: 'It presses', severity: 'high' },
      open_until: requests.ahead(5).slice(0, 16),
    });
    const shown = (await expected(
      200,
      world.as('pkcert-liaison').get(`${PATH}/${/requests\/([^?]+)/.exec(location ?? '')![1]!}`),
    )) as { severity: string };
    expect(shown.severity).toBe('high');
    const page = await browser.get('/portal/requests/new');
    expect(page.text).toContain(say('en', 'requests.urgencyHint'));
  });
});

it.each(languages)('the page of a report says how times were kept and what is owed: %s', async (language) => {
  const browser = await browse(world, 'pkcert-liaison', { language });
  const query = 'counterpart=cncert&from=2026-01-01&until=2027-01-01';
  const { status, text } = await browser.get(`/portal/agreements/PK-CN-ASK/report?${query}`);
  expect(status).toBe(200);
  for (const key of ['report.kept', 'report.owed', 'report.what_respond', 'report.longest'] as const)
    expect(text).toContain(say(language, key));
});
