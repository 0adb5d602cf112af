import { everyone } from '../cast';
import { Routine } from '../disclosure/standing/standing-world';
import { browse } from './browse';

const PLACE = '/portal/standing-rules';

let stage: Routine;
let item: string;
let form: string;
beforeAll(async () => {
  stage = await Routine.start();
  item = await stage.draft('Routine of today');
  form = `${PLACE}/of/advisory/${item}`;
});
afterAll(() => stage.world.close());

const fields = () => ({
  ...{ name: 'Daily reports', reason: 'They are routine.', information_types: 'threat_report' },
  ...{ tlp_up_to: 'GREEN', partners: 'cncert', per_day: '1' },
  expires_at: new Date(stage.world.clock.now().getTime() + 86_400_000).toISOString().slice(0, 16),
});

describe('standing rules', () => {
  let page: string;

  it('are proposed by releasers, with what was wrong said at its field and nothing lost', async () => {
    expect((await (await browse(stage.world, 'pkcert-analyst')).get(`${PLACE}/new`)).status).toBe(403);
    const senior = await browse(stage.world, 'pkcert-senior-analyst');
    expect((await senior.get(PLACE)).text).toContain('There are no standing rules');
    const { partners: _, ...nobody } = fields();
    const refused = await senior.post(`${PLACE}/new`, { ...nobody, per_day: '0' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="Daily reports"');
    expect(refused.text).toContain('The number is too small.');
    const { location } = await senior.post(`${PLACE}/new`, fields());
    page = location!.split('?')[0]!;
    expect(page).toMatch(/^\/portal\/standing-rules\/[0-9a-f-]{36}$/);
    expect((await senior.get(page)).text).toContain('Another releaser has to confirm it');
    expect((await senior.get(page)).text).not.toContain(`${page}/confirmation`);
  });

  it('wait on Home for another releaser, who confirms them where they are read', async () => {
    const releaser = await browse(stage.world, 'pkcert-releaser');
    expect((await releaser.get('/portal')).text).toContain('A standing rule waits for a second person');
    expect((await (await browse(stage.world, 'pkcert-senior-analyst')).get('/portal')).text).not.toContain(
      'A standing rule waits',
    );
    expect((await releaser.get(page)).text).toContain('Confirm the rule');
    expect((await releaser.post(`${page}/confirmation`, {})).location).toBe(`${page}?told=recorded`);
    expect((await releaser.get('/portal')).text).not.toContain('A standing rule waits');
  });

  it('are offered to analysts and releasers of the owner beside what has not left, and to nobody else', async () => {
    for (const { person, organization, is } of everyone) {
      if (!person || organization !== 'pkcert') continue;
      const { text } = await (await browse(stage.world, person)).get(`/portal/advisories/${item}`);
      const may = is.includes('analyst') || is.includes('releaser');
      expect([person, text.includes(form)]).toEqual([person, may]);
    }
  });

  it('say whom a release under them reaches, and release it by its author', async () => {
    const analyst = await browse(stage.world, 'pkcert-analyst');
    const { text } = await analyst.get(form);
    expect(text).toContain('Whom it reaches at once');
    expect(text).toContain('<bdi>cncert</bdi>');
    const rule = page.split('/').at(-1)!;
    const sent = await analyst.post(form, { version: '1', rule, act: 'release' });
    expect(sent.location).toBe(`/portal/advisories/${item}?told=released`);
    expect((await analyst.get(page)).text).toContain('Routine of today');
  });

  it('say which bound a version breaks, in words', async () => {
    const analyst = await browse(stage.world, 'pkcert-analyst');
    const amber = await stage.draft('Not routine', { tlp: 'AMBER' });
    const { text } = await analyst.get(`${PLACE}/of/advisory/${amber}`);
    expect(text).toContain('The marking is above what the rule lets go.');
    expect(text).toContain('As many as the rule lets go in 24 hours have gone.');
    expect(text).not.toContain('value="release"');
  });

  it('are ended by one, with a reason, and let nothing go any more', async () => {
    const officer = await browse(stage.world, 'pkcert-duty-officer');
    expect((await officer.post(`${page}/end`, { reason: '' })).status).toBe(422);
    expect((await officer.post(`${page}/end`, { reason: 'Not needed.' })).location).toBe(
      `${page}?told=recorded`,
    );
    expect((await officer.get(page)).text).toContain('Not needed.');
    const other = await stage.draft('After the end');
    const analyst = await browse(stage.world, 'pkcert-analyst');
    expect((await analyst.get(`${PLACE}/of/advisory/${other}`)).text).toContain(
      'No standing rule is in force',
    );
  });

  it('of others are absent, as what does not exist', async () => {
    const stranger = await browse(stage.world, 'cncert-liaison');
    expect((await stranger.get(page)).status).toBe(404);
    expect((await stranger.get(`${PLACE}/018f0000-0000-7000-8000-000000000000`)).status).toBe(404);
  });
});
