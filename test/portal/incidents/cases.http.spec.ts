import { castMember, PERSON_KEYS, type PersonKey, type World } from '../../cast';
import { labels, type work } from '../../incidents/case-work';
import { type Browser, browse } from '../browse';
import { incidentDesk } from './incident-desk';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  ({ world, desk } = await incidentDesk());
});
afterAll(() => world.close());

const at = (person?: PersonKey): Promise<Browser> => browse(world, person, { language: 'en' });

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
    expect(text).toMatch(/Who gets it[\s\S]*cncert[\s\S]*PK-CN-PORTAL[\s\S]*Who[\s\S]*left out[\s\S]*T-04/);
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
