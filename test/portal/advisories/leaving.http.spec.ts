import { everyone, PASSWORD, type World } from '../../cast';
import { advisoryWorld, Desk, LABELS } from '../../advisories/advisory-world';
import { say } from '../../../src/portal/messages/catalogue';
import { browse } from '../browse';
import { fieldsIn, linkIn, NEW_DRAFT } from './advisory-desk';

describe('advisories that leave, and are taken back', () => {
  let world: World;
  let desk: Desk;
  beforeAll(async () => {
    world = await advisoryWorld();
    desk = new Desk(world);
  });
  afterAll(() => world.close());

  const pathOf = (id: string, below = '') => `/portal/advisories/${id}${below}`;
  const stateOf = async (id: string) =>
    (await world.as('pkcert-analyst').get(`/api/v1/advisories/${id}`)).body as {
      released_version: number | null;
      withdrawal: { reason: string } | null;
    };

  it('are released in at most four steps from the list, after whom it reaches was shown', async () => {
    const id = await desk.draft({ title: 'To be released' });
    const releaser = await browse(world, 'pkcert-releaser');
    const list = await releaser.get('/portal/advisories');
    let steps = 0;
    const look = await releaser.get(linkIn(list.text, 'Release…'));
    steps += 1;
    expect(look.text).toContain('Who gets it');
    expect(look.text).toContain('cncert');
    expect(look.text).toContain('PK-AMBER');
    expect(await stateOf(id)).toMatchObject({ released_version: null });
    const { csrf: _, ...fields } = fieldsIn(look.text, pathOf(id, '/release'));
    const done = await releaser.post(pathOf(id, '/release'), fields);
    steps += 1;
    expect([done.status, done.location]).toEqual([303, `${pathOf(id)}?told=released`]);
    expect(await stateOf(id)).toMatchObject({ released_version: 1 });
    expect(steps).toBeLessThanOrEqual(4);
  });

  it('are released in at most four steps also where she has to prove once more who she is', async () => {
    const id = await desk.draft({ title: 'With a proof' });
    const releaser = await browse(world);
    await releaser.signIn('pkcert-releaser');
    const list = await releaser.get('/portal/advisories');
    world.clock.advance(6 * 60_000);
    const look = await releaser.get(linkIn(list.text, 'Release…'));
    const { csrf: _, ...fields } = fieldsIn(look.text, pathOf(id, '/release'));
    const asked = await releaser.post(pathOf(id, '/release'), fields);
    expect(asked.status).toBe(403);
    expect(await stateOf(id)).toMatchObject({ released_version: null });
    const { csrf: __, ...kept } = fieldsIn(asked.text, pathOf(id, '/release'));
    expect(kept).toMatchObject(fields);
    const done = await releaser.post(pathOf(id, '/release'), { ...kept, 'proof-password': PASSWORD });
    expect(done.location).toBe(`${pathOf(id)}?told=released`);
    expect(['look', 'release', 'prove'].length).toBeLessThanOrEqual(4);
  });

  it('tell of each team what is left out, and of who nearly gets it the rule', async () => {
    const parts = [{ kind: 'statement', title: 'The narrow one', text: 'Invented.', tlp: 'RED' }];
    const id = await desk.draft({ parts, handling: { ...LABELS, tlp: 'AMBER' } });
    const { text } = await (await browse(world, 'pkcert-releaser')).get(pathOf(id, '/release'));
    expect(text).toMatch(/The narrow one.{0,60}left out/s);
    expect(text).toContain('Who nearly gets it');
    expect(text).toMatch(/corvia.*D-04/s);
  });

  it('are not released by one of their authors, who is told why', async () => {
    const senior = await browse(world, 'pkcert-senior-analyst');
    const drafted = await senior.post('/portal/advisories/new', NEW_DRAFT);
    const page = drafted.location!.replace(/\?.*/, '');
    const { text } = await senior.get(`${page}/release`);
    expect(text).toContain('You are one of the authors of this version, so you cannot release it');
    expect(fieldsIn(text, `${page}/release`)).toEqual({});
    const tried = await senior.post(`${page}/release`, { version: '1' });
    expect(tried.status).toBe(403);
    expect(tried.text).toContain('so another releaser has to release it');
    const other = await (await browse(world, 'pkcert-releaser')).get(`${page}/release`);
    expect(other.text).toContain('Written by');
    expect(other.text).toContain('Sadia Karim');
  });

  it('say what is missing before they can be released', async () => {
    const id = await desk.draft({ handling: { tlp: 'GREEN' } });
    const { text } = await (await browse(world, 'pkcert-releaser')).get(pathOf(id, '/release'));
    expect(text).toContain('It is not labelled completely.');
    expect(text).toContain('Categories (RSIT)');
    expect(fieldsIn(text, pathOf(id, '/release'))).toEqual({});
  });

  it.each([
    ['ur', 'یہ لازمی ہے۔'],
    ['zh', '此项必填。'],
  ] as const)(
    'say what is wrong with a field in the language of the reader: %s',
    async (language, needed) => {
      const id = await desk.draft({ handling: { ...LABELS, tlp: 'RED' } });
      const { text } = await (
        await browse(world, 'pkcert-releaser', { language })
      ).get(pathOf(id, '/release'));
      expect(text).toContain(say(language, 'faults.release/red'));
      expect(text).toContain(needed);
      expect(text).not.toContain('must name');
    },
  );

  it('are withdrawn with a reason, after whom it affects was shown', async () => {
    const id = await desk.draft({ title: 'To be withdrawn' });
    await desk.released(id, 1);
    const releaser = await browse(world, 'pkcert-releaser');
    const look = await releaser.get(pathOf(id, '/withdraw'));
    expect(look.text).toMatch(/cncert.{0,60}loses 1 advisory/s);
    expect((await stateOf(id)).withdrawal).toBeNull();
    const without = await releaser.post(pathOf(id, '/withdraw'), {});
    expect(without.status).toBe(422);
    expect(without.text).toContain('id="field-reason-fault"');
    const done = await releaser.post(pathOf(id, '/withdraw'), { reason: 'It was wrong.' });
    expect(done.location).toBe(`${pathOf(id)}?told=withdrawn`);
    expect((await stateOf(id)).withdrawal).toMatchObject({ reason: 'It was wrong.' });
  });

  it('are released and withdrawn together, each with its outcome', async () => {
    const [fit, unfit] = [await desk.draft(), await desk.draft({ handling: {} })];
    const releaser = await browse(world, 'pkcert-releaser');
    const path = '/portal/advisories/bulk/release';
    const look = await releaser.get(`${path}?item=${fit}:1&item=${unfit}:1`);
    expect(look.text).toContain('1 can be done, 1 cannot.');
    expect(look.text).toContain('It is not labelled completely.');
    expect(await stateOf(fit)).toMatchObject({ released_version: null });
    const done = await releaser.post(path, { item: [`${fit}:1`, `${unfit}:1`] });
    expect(done.text).toContain('1 done, 1 refused.');
    expect(await stateOf(fit)).toMatchObject({ released_version: 1 });
    const back = '/portal/advisories/bulk/withdraw';
    const refused = await releaser.post(back, { item: [`${fit}:1`] });
    expect(refused.status).toBe(422);
    const taken = await releaser.post(back, { item: [`${fit}:1`], reason: 'Both were wrong.' });
    expect(taken.text).toContain('1 done, 0 refused.');
    expect((await stateOf(fit)).withdrawal).toMatchObject({ reason: 'Both were wrong.' });
  });

  it.each(everyone.flatMap(({ person, organization }) => (person ? [{ person, organization }] : [])))(
    'are released and withdrawn by releasers of the owner alone: $person',
    async ({ person, organization }) => {
      const id = await desk.draft();
      const browser = await browse(world, person);
      const release = await browser.post(pathOf(id, '/release'), { version: '1' });
      const may = ['pkcert-releaser', 'pkcert-senior-analyst'].includes(person);
      expect([person, release.status]).toEqual([person, may ? 303 : release.status === 404 ? 404 : 403]);
      expect((await stateOf(id)).released_version).toBe(may ? 1 : null);
      const withdrawn = await browser.post(pathOf(id, '/withdraw'), { reason: 'Just so.' });
      expect(withdrawn.status === 303).toBe(may);
      if (organization !== 'pkcert') expect(withdrawn.text).not.toContain('Phishing wave');
    },
  );
});
