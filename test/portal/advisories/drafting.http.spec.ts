import { everyone, type World } from '../../cast';
import {
  advisoryWorld,
  bytesOf,
  Desk,
  LABELS,
  ownDocument,
  trackingOf,
} from '../../advisories/advisory-world';
import { say } from '../../../src/portal/messages/catalogue';
import { browse } from '../browse';
import { fieldsIn, NEW_DRAFT, upload } from './advisory-desk';

describe('advisories that are drafted', () => {
  let world: World;
  let desk: Desk;
  beforeAll(async () => {
    world = await advisoryWorld();
    desk = new Desk(world);
  });
  afterAll(() => world.close());

  const versionOf = async (page: string) => {
    const id = page.replace(/.*advisories\//, '').replace(/\?.*/, '');
    const { body } = await world.as('pkcert-analyst').get(`/api/v1/advisories/${id}`);
    return (body as { versions: Record<string, unknown>[] }).versions.at(-1)!;
  };

  it('hold what was typed, an embargo by the clock of the reader’s zone and a part with its markings', async () => {
    const browser = await browse(world, 'pkcert-analyst', { zone: 'Asia/Karachi' });
    const { status, location } = await browser.post('/portal/advisories/new', {
      ...NEW_DRAFT,
      details: 'First line\r\nSecond line',
      'handling.embargo_until': '2026-06-01T12:00',
      'parts.count': '2',
      'parts.0.kind': 'indicator',
      'parts.0.title': 'Where it calls',
      'parts.0.text': 'evil.example',
      'parts.0.tlp': 'AMBER',
      'parts.1.kind': 'statement',
    });
    expect([status, location]).toEqual([303, expect.stringMatching(/\?told=drafted$/)]);
    const version = await versionOf(location!);
    expect(version).toMatchObject({
      title: NEW_DRAFT.title,
      details: 'First line\nSecond line',
      handling: { tlp: 'GREEN', embargo_until: '2026-06-01T07:00:00.000Z' },
      parts: [{ kind: 'indicator', title: 'Where it calls', tlp: 'AMBER' }],
    });
    const editor = await browser.get(`${location!.replace(/\?.*/, '')}/edit`);
    expect(editor.text).toContain('value="2026-06-01T12:00"');
  });

  it('keep an embargo to the millisecond where nobody touched it, in an hour that comes twice and in another zone', async () => {
    const embargo_until = '2026-11-01T06:30:20.500Z';
    const id = await desk.draft({ handling: { ...LABELS, embargo_until } });
    const path = `/portal/advisories/${id}/edit`;
    const browser = await browse(world, 'pkcert-analyst', { zone: 'America/New_York' });
    const { text } = await browser.get(path);
    expect(text).toContain('value="2026-11-01T01:30"');
    browser.cookies.set('accord-zone', 'Asia/Karachi');
    const changed = { ...NEW_DRAFT, ...fieldsIn(text, path), 'handling.embargo_until': '2026-11-01T01:30' };
    expect((await browser.post(path, changed)).status).toBe(303);
    expect(await versionOf(id)).toMatchObject({
      version: 2,
      title: NEW_DRAFT.title,
      handling: { embargo_until },
    });
    browser.cookies.set('accord-zone', 'America/New_York');
    const later = { ...changed, base: '2', 'handling.embargo_until': '2026-11-01T02:30' };
    expect((await browser.post(path, later)).status).toBe(303);
    expect(await versionOf(id)).toMatchObject({ handling: { embargo_until: '2026-11-01T07:30:00.000Z' } });
  });

  it('are refused beside the field, and what was typed stays', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const { status, text } = await browser.post('/portal/advisories/new', { ...NEW_DRAFT, cves: 'CVE-1' });
    expect(status).toBe(422);
    expect(text).toContain('id="field-cves-fault"');
    expect(text).toContain(NEW_DRAFT.summary);
    expect(text).toMatch(/value="fraud\/phishing" checked/);
  });

  it('get another row without script', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const { status, text } = await browser.post('/portal/advisories/new', { ...NEW_DRAFT, more: 'parts' });
    expect(status).toBe(200);
    expect(text).toContain('name="parts.0.title"');
    expect(text).toContain(NEW_DRAFT.summary);
  });

  it('show what the CSAF check finds beside the field it is of', async () => {
    const id = await desk.draft({ lang: 'xx' });
    const { text } = await (await browse(world, 'pkcert-analyst')).get(`/portal/advisories/${id}/edit`);
    expect(text).toMatch(/id="field-lang-notes".{0,200}csaf/s);
  });

  it.each(['en', 'ur', 'zh'] as const)(
    'say what Accord itself finds in the words of %s',
    async (language) => {
      const id = await desk.draft({ handling: {} });
      const { text } = await (
        await browse(world, 'pkcert-analyst', { language })
      ).get(`/portal/advisories/${id}/edit`);
      expect(text).toContain(say(language, 'advisories.found_unlabelled'));
      expect(text).not.toContain('accord unlabelled');
    },
  );

  it('become a new version on top of the one that was read', async () => {
    const id = await desk.draft();
    const browser = await browse(world, 'pkcert-analyst');
    const path = `/portal/advisories/${id}/edit`;
    const { base } = fieldsIn((await browser.get(path)).text, path);
    const changed = { ...NEW_DRAFT, base, title: 'Changed' };
    expect((await browser.post(path, changed)).location).toBe(`/portal/advisories/${id}?told=versionSaved`);
    expect(await versionOf(id)).toMatchObject({
      version: 2,
      title: 'Changed',
      handling: { severity: 'high' },
    });
    const late = await browser.post(path, { ...changed, title: 'Too late' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody saved a later version meanwhile.');
    expect(late.text).toContain('Too late');
  });

  it('are imported from several files, each with its outcome, after it was shown what would become of them', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const csrf = await browser.csrf();
    const tracking = trackingOf('INVENTED-7', 1);
    const fit = bytesOf(
      ownDocument({ tracking, title: 'From a file', distribution: { tlp: { label: 'GREEN' } } }),
    );
    const before = await desk.stored();
    const tried = await upload(
      world,
      browser,
      { csrf, act: 'try' },
      {
        'fit.json': fit,
        'broken.json': Buffer.from('{"document":'),
      },
    );
    expect(tried.status).toBe(200);
    expect(tried.text).toContain('Can be imported as a new advisory.');
    expect(tried.text).toContain('From a file');
    expect(tried.text).toContain('Refused. Nothing of it is kept.');
    expect(await desk.stored()).toBe(before);
    const { held } = fieldsIn(
      tried.text.replaceAll(' enctype="multipart/form-data"', ''),
      '/portal/advisories/import',
    );
    const done = await upload(world, browser, { csrf, act: 'import', held: held! });
    expect(done.text).toContain('Imported as version 1.');
    expect(await desk.stored()).toBe(before + 1);
    const id = /href="\/portal\/advisories\/([\w-]{36})"/.exec(done.text)![1]!;
    const document = await world.as('pkcert-analyst').get(`/api/v1/advisories/${id}/csaf`);
    expect(document.text).toBe(fit.toString());
    const again = await upload(world, browser, { csrf, act: 'try' }, { 'fit.json': fit });
    expect(again.text).toContain('You have this very document already, as version 1.');
    const editor = await browser.get(`/portal/advisories/${id}/edit`);
    expect(editor.text).not.toContain('name="summary"');
    const labelled = await browser.post(`/portal/advisories/${id}/edit`, { ...NEW_DRAFT, base: '1' });
    expect(labelled.status).toBe(303);
    expect(await versionOf(id)).toMatchObject({ title: 'From a file', handling: { sectors: ['energy'] } });
  });

  it('are not imported from another site’s form, nor from one of nobody or of who is no analyst', async () => {
    const fit = { 'fit.json': bytesOf(ownDocument()) };
    const auditor = await browse(world, 'pkcert-auditor');
    const sent = await upload(world, auditor, { csrf: await auditor.csrf(), act: 'try' }, fit);
    expect(sent.status).toBe(403);
    const forged = await upload(world, await browse(world, 'pkcert-analyst'), { csrf: 'x', act: 'try' }, fit);
    expect(forged.status).toBe(403);
    expect((await upload(world, await browse(world), { act: 'try' }, fit)).location).toMatch(
      /^\/portal\/sign-in/,
    );
  });

  it.each(everyone.flatMap(({ person, organization }) => (person ? [{ person, organization }] : [])))(
    'are drafted and changed by analysts of the owner alone: $person',
    async ({ person, organization }) => {
      const id = await desk.draft({ handling: LABELS });
      const browser = await browse(world, person);
      const changed = await browser.post(`/portal/advisories/${id}/edit`, { ...NEW_DRAFT, base: '1' });
      const analyst = /analyst$/.test(person);
      const may = analyst && organization === 'pkcert';
      expect(changed.status).toBe(may ? 303 : organization === 'pkcert' ? 403 : 404);
      expect((await versionOf(id)).version).toBe(may ? 2 : 1);
      for (const path of ['/portal/advisories/new', '/portal/advisories/import'])
        expect([person, path, (await browser.get(path)).status]).toEqual([person, path, analyst ? 200 : 403]);
    },
  );
});
