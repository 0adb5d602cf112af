import { PERSON_KEYS, castMember, type PersonKey, startWorld, type World } from '../../cast';
import { grant, inForce } from '../../agreements/agreement-world';
import { labels, work } from '../../incidents/case-work';
import { type Browser, browse } from '../browse';
import { keystrokes } from './keystrokes';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  world = await startWorld();
  desk = work(world);
  const incidents = {
    information_types: [{ type: 'incident_summary', tlp_ceiling: 'AMBER' }],
    categories: ['fraud/phishing'],
  };
  const grants = [grant('pkcert', 'cncert', incidents), grant('cncert', 'pkcert', incidents)];
  await inForce(world, 'PK-CN-PORTAL', { terms: { grants } });
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
        ...{ information_type: 'indicator', tags: ['victim_identity'] },
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

describe('sharing a case', () => {
  const handling = labels('partners');

  test('shows who would get what before it acts, then does it; withdrawal says whom it affects', async () => {
    const id = await desk.open({
      title: 'To be shared',
      handling,
      parts: [{ kind: 'statement', title: 'Who', text: 'X', tlp: 'RED' }],
    });
    const [analyst, releaser, partner] = [
      await at('pkcert-analyst'),
      await at('pkcert-releaser'),
      await at('cncert-liaison'),
    ];
    const path = `/portal/incidents/cases/${id}`;
    expect((await analyst.get(path)).text).not.toContain(`${path}/release`);
    const { text } = await releaser.get(`${path}/release`);
    expect(text).toMatch(/cncert[\s\S]*Gets it[\s\S]*PK-CN-PORTAL[\s\S]*Who[\s\S]*left out[\s\S]*T-04/);
    expect((await desk.show(id)).released_version).toBeNull();
    expect((await releaser.post(`${path}/release`, { version: '1' })).location).toBe(`${path}?told=released`);
    const shared = (await partner.get('/portal/incidents?list=shared')).text;
    const link = /href="(\/portal\/incidents\/cases\/[^"]+)"/.exec(shared)?.[1] ?? '';
    const received = (await partner.get(link)).text;
    expect(received).toContain('To be shared');
    expect(received).not.toMatch(/Amna|<dt>State/);
    const weighed = await releaser.get(`${path}/withdrawal`);
    expect(weighed.text).toMatch(/cncert/);
    expect((await desk.show(id)).withdrawal).toBeNull();
    await releaser.post(`${path}/withdrawal`, { reason: 'An error' });
    expect((await desk.show(id)).withdrawal.reason).toBe('An error');
  });

  test('tells what is missing, where it cannot be shared', async () => {
    const id = await desk.open();
    const { text } = await (await at('pkcert-releaser')).get(`/portal/incidents/cases/${id}/release`);
    expect(text).toContain('It is not labelled completely');
    expect(text).not.toContain('name="version"');
  });
});

describe('changing a case', () => {
  test('keeps what was typed when somebody else was faster', async () => {
    const id = await desk.open();
    const path = `/portal/incidents/cases/${id}`;
    const analyst = await at('pkcert-analyst');
    const form = {
      base: '1',
      title: 'Mine',
      summary: 'Words',
      'handling.tlp': 'GREEN',
      'handling.audience': 'only',
    };
    expect((await analyst.post(`${path}/edit`, form)).location).toBe(`${path}?told=saved`);
    const late = await analyst.post(`${path}/edit`, { ...form, title: 'Late' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('value="Late"')]);
    const parts = {
      base: '2',
      'parts.0.kind': 'field',
      'parts.0.title': 'Bank',
      'parts.0.text': 'B',
      'parts.0.tlp': 'RED',
    };
    expect((await analyst.post(`${path}/parts`, parts)).location).toBe(`${path}?told=saved`);
    const added = { base: '3', act: 'add', description: '', 'found.0.take': 'IPv4 192.0.2.9' };
    expect((await analyst.post(`${path}/indicators`, added)).location).toBe(`${path}?told=saved`);
    const { versions } = await desk.show(id);
    expect(versions.at(-1).parts.map(({ text, tlp }: { text: string; tlp: string }) => [text, tlp])).toEqual([
      ['B', 'RED'],
      ['192.0.2.9', null],
    ]);
    const gone = { ...parts, base: '4', 'parts.0.remove': 'yes' };
    await analyst.post(`${path}/parts`, gone);
    expect((await desk.show(id)).versions.at(-1).parts).toEqual([]);
  });
});

describe('screens of a case and a report', () => {
  test('are to the whole cast what the web API is, and to nobody known a sign-in', async () => {
    const report = await desk.file({ title: 'Known to two' });
    const id = await desk.caseOf(report);
    const of = `/portal/incidents/cases/${id}`;
    const paths = [
      `/portal/incidents/reports/${report.id}`,
      of,
      `${of}/edit`,
      `${of}/parts`,
      `${of}/indicators`,
    ];
    paths.push(`${of}/release`, `${of}/withdrawal`);
    for (const person of PERSON_KEYS) {
      const browser = await at(person);
      const { organization } = castMember(person);
      const seen = await Promise.all(paths.map((path) => browser.get(path)));
      for (const [nth, path] of paths.entries()) {
        const { status, text } = seen[nth]!;
        const known = organization === 'pkcert' || (organization === 'banking' && nth === 0);
        if (!known) {
          expect([person, path, [403, 404].includes(status)]).toEqual([person, path, true]);
          expect(text).not.toContain('Known to two');
        } else if (nth < 2) expect([person, path, status]).toEqual([person, path, 200]);
      }
      expect((await browser.get('/portal/incidents')).status).toBe(200);
    }
    for (const path of paths) expect((await (await at()).get(path)).location).toMatch(/^\/portal\/sign-in/);
  });

  test('answer with their own words who may not act, as the web API does', async () => {
    const id = await desk.open();
    for (const person of ['pkcert-auditor', 'cncert-liaison'] as const) {
      const browser = await at(person);
      const note = await browser.post(`/portal/incidents/cases/${id}/notes`, { note: 'x' });
      expect([403, 404]).toContain(note.status);
      expect((await browser.get('/portal/incidents/new')).status).toBe(403);
    }
  });
});
