import { type PersonKey, type World } from '../../cast';
import { type work } from '../../incidents/case-work';
import { type Browser, browse } from '../browse';
import { incidentDesk } from './incident-desk';
import { keystrokes } from './keystrokes';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  ({ world, desk } = await incidentDesk());
});
afterAll(() => world.close());

const at = async (person?: PersonKey, zone?: string): Promise<Browser> =>
  browse(world, person, { language: 'en', ...(zone ? { zone } : {}) });
const AWARE = '2026-03-02T11:30';
const idIn = (location: string | undefined) => /(?:cases|reports)\/([^?]+)/.exec(location ?? '')?.[1] ?? '';

describe('filing', () => {
  test('of a report takes its title and the time of awareness, by the clock of the reporter', async () => {
    const banking = await at('banking-analyst', 'Asia/Karachi');
    const form = await banking.get('/portal/incidents/new');
    expect(form.text).toMatch(/name="aware_at"[^>]*value="2026-03-02T13:00"/);
    const filed = await banking.post('/portal/incidents/new', {
      title: 'False page',
      aware_at: AWARE,
      act: 'file',
    });
    expect(filed.location).toMatch(/^\/portal\/incidents\/reports\/[^?]+\?told=filed$/);
    const { body } = await world.as('banking-analyst').get(`/api/v1/reports/${idIn(filed.location)}`);
    expect([body.title, body.aware_at]).toEqual(['False page', '2026-03-02T06:30:00.000Z']);
  });

  test('and next leads to an empty form again, with the focus on its title', async () => {
    const banking = await at('banking-analyst');
    const filed = await banking.post('/portal/incidents/new', {
      title: 'One',
      aware_at: '2026-03-02T07:00',
      act: 'next',
    });
    expect(filed.location).toBe('/portal/incidents/new?told=filed');
    const { text } = await banking.follow(filed);
    expect(text).toMatch(/<input id="field-title"[^>]*autofocus/);
    expect(text).not.toContain('value="One"');
  });

  test.each(['banking-analyst', 'pkcert-analyst'] as const)(
    'by %s takes at most seven keystrokes from the queue on, beyond its words',
    async (person) => {
      const browser = await at(person);
      const queue = await browser.get('/portal/incidents');
      const form = await browser.get('/portal/incidents/new');
      const opening = keystrokes(queue.text, 'href="/portal/incidents/new"');
      const filing = 1; // Enter in the title, which presses the first button of its form
      expect(form.text.match(/<button(?![^>]*formaction)[^>]*name="act"[^>]*>/)?.[0]).toContain(
        'value="file"',
      );
      expect(form.text).toMatch(/<button[^>]*value="next"[^>]*data-ctrl-enter/);
      expect(opening + filing).toBeLessThanOrEqual(7);
    },
  );

  test('of what is refused shows what was typed, with the fault', async () => {
    const banking = await at('banking-analyst');
    const sent = { title: 'Tomorrow', aware_at: '2026-03-03T08:00', description: 'Words', act: 'file' };
    const { status, text } = await banking.post('/portal/incidents/new', sent);
    expect(status).toBe(422);
    expect(text).toMatch(/value="Tomorrow"/);
    expect(text).toMatch(/aria-invalid="true"/);
    expect(text).toMatch(/<textarea[^>]*>Words<\/textarea>/);
  });

  test('of a case takes over what was confirmed of the pasted text, and nothing else', async () => {
    const analyst = await at('pkcert-analyst');
    const typed = {
      title: 'Own',
      aware_at: '2026-03-02T07:00',
      description: 'phishing at hxxp://evil[.]example/a 192.0.2.7',
    };
    const found = await analyst.post('/portal/incidents/new', { ...typed, act: 'find' });
    expect(found.text).toContain('value="URL http://evil.example/a"');
    expect(found.text).toContain('value="fraud/phishing"');
    const part = await analyst.post('/portal/incidents/new/found', typed);
    expect(part.text).toContain('value="IPv4 192.0.2.7"');
    expect(part.text).not.toContain('<html');
    const filed = await analyst.post('/portal/incidents/new', {
      ...typed,
      act: 'file',
      class: 'fraud/phishing',
      'found.1.take': 'IPv4 192.0.2.7',
      'found.1.tlp': 'AMBER',
      'found.1.tag': 'victim_identity',
    });
    const incident = await desk.show(idIn(filed.location));
    expect(incident.aware_at).toBe('2026-03-02T07:00:00.000Z');
    expect(incident.versions[0].handling.categories).toEqual(['fraud/phishing']);
    expect(incident.versions[0].parts).toEqual([
      {
        ...{ number: 1, kind: 'indicator', title: 'IPv4', text: '192.0.2.7', tlp: 'AMBER', pap: null },
        ...{ information_type: 'indicator', tags: ['victim_identity'], victim: null },
      },
    ]);
  });
});

describe('the queue', () => {
  test('keeps its filters in the address, of the page and of the list that renews itself', async () => {
    await desk.file({ title: 'Ransomware at a branch' });
    const analyst = await at('pkcert-analyst');
    const { text } = await analyst.get('/portal/incidents?list=reports&text=ransomware&status=received');
    expect(text).toContain('Ransomware at a branch');
    expect(text).not.toContain('False page');
    const live = /hx-get="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(live).toContain('text=ransomware&status=received');
    const part = await analyst.get(live, { 'HX-Request': 'true' });
    expect(part.text).toContain('Ransomware at a branch');
    expect(part.text).not.toContain('<html');
    expect(part.headers['hx-refresh']).toBeUndefined();
  });

  test('asks for the whole page when its label has changed', async () => {
    const analyst = await at('pkcert-analyst');
    await desk.open({ title: 'Amber', handling: { tlp: 'AMBER' } });
    const { headers } = await analyst.get('/portal/incidents/live?list=cases&label=GREEN');
    expect(headers['hx-refresh']).toBe('true');
  });

  test('tells of a filter that the web API does not know, above an empty list', async () => {
    const { status, text } = await (
      await at('pkcert-analyst')
    ).get('/portal/incidents?list=cases&category=x');
    expect(status).toBe(200);
    expect(text).toContain('role="alert"');
  });

  test('leads the whole page to the sign-in when the session is over', async () => {
    const { status, headers } = await (await at()).get('/portal/incidents/live', { 'HX-Request': 'true' });
    expect([status, headers['hx-redirect']]).toEqual([
      204,
      '/portal/sign-in?next=%2Fportal%2Fincidents%2Flive',
    ]);
  });
});

describe('a report', () => {
  test('is answered by its recipient; its reporter reads the answer, never the notes of the case', async () => {
    const report = await desk.file({ title: 'Answered' });
    const id = await desk.caseOf(report);
    const [analyst, reporter] = [await at('pkcert-analyst'), await at('banking-analyst')];
    const path = `/portal/incidents/reports/${report.id}`;
    const sent = await analyst.post(`${path}/answers`, { status: 'in-work', answer: 'We look into it.' });
    expect(sent.location).toBe(`${path}?told=answered`);
    await analyst.post(`/portal/incidents/cases/${id}/notes`, { note: 'internal to us' });
    expect((await analyst.get(`/portal/incidents/cases/${id}`)).text).toContain('internal to us');
    const { text } = await reporter.get(path);
    expect(text).toContain('We look into it.');
    expect(text).not.toMatch(/internal to us|Amna|\/portal\/incidents\/cases/);
  });
});
