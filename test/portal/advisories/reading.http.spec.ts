import { everyone, type World } from '../../cast';
import { advisoryWorld, Desk, LABELS } from '../../advisories/advisory-world';
import { say } from '../../../src/portal/messages/catalogue';
import { browse } from '../browse';
import { linkIn } from './advisory-desk';

describe('advisories to be read', () => {
  let world: World;
  let desk: Desk;
  let shared: string;
  let kept: string;
  beforeAll(async () => {
    world = await advisoryWorld();
    desk = new Desk(world);
    shared = await desk.draft({
      title: 'Loader seen at suppliers',
      cves: ['CVE-2026-10001'],
      references: [{ summary: 'Notice', url: 'https://vendor.example/notice' }],
      parts: [
        { kind: 'indicator', title: 'Where it calls', text: 'https://evil.example/load', tlp: 'AMBER' },
        { kind: 'statement', title: 'Who it may be', text: 'Somebody invented.', tlp: 'RED' },
      ],
    });
    await desk.released(shared, 1);
    kept = await desk.draft({ title: 'Kept at home', handling: { ...LABELS, tlp: 'RED' } });
  });
  afterAll(() => world.close());

  it('are listed as own ones with label and state, under the banner of the narrowest', async () => {
    const { status, text } = await (await browse(world, 'pkcert-analyst')).get('/portal/advisories');
    expect(status).toBe(200);
    expect(text).toContain('<title>Advisories · Accord</title>');
    expect(text).toMatch(/This page holds.{0,80}TLP:RED/s);
    expect(linkIn(text, 'Kept at home')).toBe(`/portal/advisories/${kept}`);
    expect(text).toContain('Draft');
  });

  it('are narrowed by what stands in the address, and the form holds it', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const { text } = await browser.get('/portal/advisories?scope=own&tlp=GREEN&sector=energy&text=loader');
    expect(text).toContain('Loader seen at suppliers');
    expect(text).not.toContain('Kept at home');
    expect(text).toMatch(/<option value="GREEN" selected/);
    expect(text).toMatch(/name="text"[^>]*value="loader"|value="loader"[^>]*name="text"/);
  });

  it('are not listed by a filter that is wrong; the page says which', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const { status, text } = await browser.get('/portal/advisories?scope=own&cve=nothing');
    expect(status).toBe(422);
    expect(text).toContain('id="field-cve-fault"');
  });

  it('come to a partner with the agreement and clause, and without what is not for it', async () => {
    const browser = await browse(world, 'cncert-liaison');
    const list = await browser.get('/portal/advisories');
    const { status, text } = await browser.get(linkIn(list.text, 'Loader seen at suppliers'));
    expect(status).toBe(200);
    expect(text).toContain('<title>Advisory · Accord</title>');
    expect(text).toContain('PK-AMBER');
    expect(text).toContain('CVE-2026-10001');
    expect(text).not.toContain('Somebody invented.');
    expect(text).not.toContain(shared);
  });

  it('ask of a partner what the terms ask, in its language', async () => {
    const browser = await browse(world, 'cncert-liaison', { language: 'zh' });
    const list = await browser.get('/portal/advisories');
    const { text } = await browser.get(linkIn(list.text, 'Loader seen at suppliers'));
    const [, asked = ''] = text.split(say('zh', 'advisories.obligations'));
    const sentences = asked.slice(0, asked.indexOf('</ul>')).match(/<li>.*?<\/li>/gs) ?? [];
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.filter((sentence) => !/\p{Script=Han}/u.test(sentence))).toEqual([]);
  });

  it('show indicators defanged, with both forms to copy', async () => {
    const { text } = await (await browse(world, 'pkcert-analyst')).get(`/portal/advisories/${shared}`);
    expect(text).toContain('hxxps://evil[.]example/load');
    expect(text).toContain('data-copy="https://evil.example/load"');
    expect(text).toContain('data-copy="hxxps://evil[.]example/load"');
    expect(text).not.toContain('href="https://evil.example');
  });

  it('are downloaded as CSAF, byte for byte as the web API gives it', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    const { status, text, headers } = await browser.get(`/portal/advisories/${shared}/csaf`);
    const direct = await world.as('pkcert-analyst').get(`/api/v1/advisories/${shared}/csaf`);
    expect([status, text]).toEqual([200, direct.text]);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.json"$/);
  });

  it('tell how two versions differ, in words that are marked', async () => {
    await desk.change(shared, { base: 1, summary: 'Letters that imitate a bank carry a loader.' });
    const browser = await browse(world, 'pkcert-analyst');
    const { text } = await browser.get(`/portal/advisories/${shared}/compare?from=1&to=2`);
    expect(text).toMatch(/<del>.*?Removed:.*?supplier.*?<\/del>/s);
    expect(text).toMatch(/<ins>.*?Added:.*?bank.*?<\/ins>/s);
    expect((await browser.get(`/portal/advisories/${shared}/compare?from=1&to=9`)).status).toBe(404);
  });

  it.each(['ur', 'zh'] as const)('are read in %s', async (language) => {
    const browser = await browse(world, 'pkcert-analyst', { language, zone: 'Asia/Karachi' });
    for (const path of ['', `/${shared}`, '/new', `/${shared}/edit`, '/import'])
      expect([path, (await browser.get(`/portal/advisories${path}`)).status]).toEqual([path, 200]);
  });

  it.each(everyone.filter(({ person, organization }) => person ?? organization === 'public'))(
    'are shown to $name as far as the web API would',
    async ({ person, organization }) => {
      const browser = await browse(world, person);
      const own = organization === 'pkcert';
      for (const below of [
        '',
        '/compare?from=1&to=1',
        '/csaf',
        '/products',
        '/edit',
        '/release',
        '/withdraw',
      ]) {
        const path = `/portal/advisories/${shared}${below}`;
        const { status, location, text } = await browser.get(path);
        if (!person) expect(location).toMatch(/^\/portal\/sign-in/);
        else expect([path, [own ? 200 : 404, 403].includes(status)]).toEqual([path, true]);
        if (!own) expect(text).not.toContain('Loader seen at suppliers');
      }
      if (person) expect((await browser.get('/portal/advisories')).status).toBe(200);
    },
  );
});
