import { everyone, type PersonKey, startWorld, type World } from '../cast';
import { memorandum } from '../agreements/agreement-world';
import { expected, LABELS } from '../disclosure/sharing-world';
import { browse } from './browse';

const NEEDS = '/portal/home/needs';
const REPORT = 'Strange transfers on Sunday';
const REFERENCE = 'PK-CN-HOME';

describe('Home', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    const aware_at = world.clock.now().toISOString();
    await expected(
      201,
      world.as('banking-analyst').post('/api/v1/reports').send({ title: REPORT, aware_at }),
    );
    await expected(201, world.as('moitt-liaison').post('/api/v1/agreements').send(memorandum(REFERENCE)));
    const submission = `/api/v1/agreements/${REFERENCE}/terms/1/submission`;
    await expected(201, world.as('pkcert-liaison').post(submission).send({}));
  });
  afterAll(() => world.close());

  it('is no page for who has yet to enrol a second factor: she is led to it, from every screen', async () => {
    const strict = await startWorld({ secondFactor: true });
    try {
      const browser = await browse(strict, 'pkcert-liaison');
      for (const path of ['/portal', '/portal/incidents', '/portal/advisories', '/portal/agreements', NEEDS])
        expect([path, (await browser.get(path)).location]).toEqual([path, '/portal/account/second-factor']);
    } finally {
      await strict.close();
    }
  });

  it('asks for the whole page where what needs somebody is narrower than the label above it', async () => {
    const browser = await browse(world, 'pkcert-releaser');
    await expected(
      201,
      world
        .as('pkcert-analyst')
        .post('/api/v1/advisories')
        .send({ title: 'Narrow', summary: 'x', handling: { ...LABELS, tlp: 'AMBER' } }),
    );
    const refreshes = async (query: string) => (await browser.get(`${NEEDS}${query}`)).headers['hx-refresh'];
    expect([await refreshes(''), await refreshes('?label=GREEN'), await refreshes('?label=AMBER')]).toEqual([
      'true',
      'true',
      undefined,
    ]);
    expect((await browser.get('/portal')).text).toContain(`hx-get="${NEEDS}?label=AMBER"`);
  });

  const needsOf = async (person: PersonKey) => (await (await browse(world, person)).get(NEEDS)).text;

  it('tells each member of the cast what waits for her, and nobody else', async () => {
    const analysts = ['pkcert-analyst', 'pkcert-second-analyst', 'pkcert-senior-analyst'];
    const signing = ['moitt-liaison', 'cncert-liaison'];
    for (const { name, person } of everyone) {
      if (!person) continue;
      const text = await needsOf(person);
      expect([name, text.includes(REPORT)]).toEqual([name, analysts.includes(person)]);
      const signs = text.includes(REFERENCE) && text.includes('waits for your signature');
      expect([name, signs]).toEqual([name, signing.includes(person)]);
      const administers = text.includes('Without a second factor:');
      expect([name, administers]).toEqual([name, person.endsWith('-administrator')]);
    }
  });

  it('leads to where it is done', async () => {
    expect(await needsOf('cncert-liaison')).toContain(`href="/portal/agreements/${REFERENCE}"`);
    expect(await needsOf('pkcert-analyst')).toMatch(/href="\/portal\/incidents\/reports\/[0-9a-f-]{36}"/);
  });

  it('is a whole page with a part that is asked for again, and is for who is signed in', async () => {
    const { text } = await (await browse(world, 'pkcert-analyst')).get('/portal');
    expect(text).toContain(`hx-get="${NEEDS}`);
    expect(text).toContain(REPORT);
    expect((await needsOf('pkcert-analyst')).startsWith('<section')).toBe(true);
    for (const path of ['/portal', NEEDS]) {
      const { status, location } = await (await browse(world)).get(path);
      expect([status, location]).toEqual([303, expect.stringContaining('/portal/sign-in')]);
    }
  });

  it('tells what has changed since the last visit, and only that', async () => {
    world.clock.advance(60_000);
    const browser = await browse(world, 'pkcert-auditor');
    expect((await browser.get('/portal')).text).toContain(REPORT);
    world.clock.advance(2 * 3_600_000);
    const again = (await browser.get('/portal')).text;
    expect(again).toContain('Since I was here');
    expect(again).not.toContain(REPORT);
    expect((await browser.get('/portal?since=week')).text).toContain(REPORT);
  });
});

describe('Help', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('explains every label in every language, without sign-in, and translates none', async () => {
    for (const language of ['en', 'ur', 'zh'] as const) {
      const { status, text } = await (await browse(world, undefined, { language })).get('/portal/help');
      expect(status).toBe(200);
      for (const label of ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'])
        expect(text).toContain(`>TLP:${label}</span>`);
      for (const label of ['CLEAR', 'GREEN', 'AMBER', 'RED']) expect(text).toContain(`>PAP:${label}</span>`);
    }
  });

  it('begins with the roles of the reader', async () => {
    const { text } = await (await browse(world, 'pkcert-auditor')).get('/portal/help');
    expect(text.indexOf('<dt>Auditor</dt>')).toBeLessThan(text.indexOf('<dt>Analyst</dt>'));
  });
});
