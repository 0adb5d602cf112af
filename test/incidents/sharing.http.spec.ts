import { type Asker, everyone, startWorld, type World } from '../cast';
import { grant, inForce } from '../agreements/agreement-world';
import { AWARE, labels, work } from './case-work';

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
  await inForce(world, 'PK-CN-INC', { terms: { grants } });
});
afterAll(() => world.close());

const shared = async ({ ask }: Pick<Asker, 'ask'>) =>
  (await ask(world).get('/api/v1/incidents')).body.items as { id: string; title: string }[];
const cncert = { ask: (at: World) => at.withKey('cncert') };

describe('a released case', () => {
  test('reaches the partner that its audience and the agreement admit, and nobody else', async () => {
    const id = await desk.caseOf(await desk.file({ title: 'Shared case' }));
    await desk.change(id, { base: 1, summary: 'Phishing.', handling: labels('partners') });
    expect((await desk.release(id, 2)).released_version).toBe(2);
    for (const asker of everyone) {
      const titles = (await shared(asker)).map(({ title }) => title);
      expect([asker.name, titles]).toEqual([
        asker.name,
        asker.organization === 'cncert' ? ['Shared case'] : [],
      ]);
    }
  });

  test('says nobody else when its owner became aware of it', async () => {
    const id = await desk.open({ title: 'Found by us', aware_at: AWARE, handling: labels(['cncert']) });
    await desk.release(id, 1);
    const entry = (await shared(cncert)).find(({ title }) => title === 'Found by us');
    const { status, text } = await world.withKey('cncert').get(`/api/v1/incidents/${entry?.id}`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/aware|2026-03-02T06:30/);
  });

  test('is to others what it says, and nothing internal: no own id, author, reporter or note', async () => {
    const report = await desk.file({ title: 'Clean case' });
    const id = await desk.caseOf(report);
    await desk.note(id, 'internal to us');
    await desk.change(id, {
      base: 1,
      summary: 'Phishing.',
      details: 'At length.',
      handling: labels(['cncert'], { nexus: ['PK', 'CN'], pap: 'AMBER' }),
    });
    await desk.release(id, 2);
    const entry = (await shared(cncert)).find(({ title }) => title === 'Clean case');
    const answer = await world.withKey('cncert').get(`/api/v1/incidents/${entry?.id}`);
    expect(answer.body).toEqual({
      id: entry?.id,
      reference: expect.stringMatching(/^PK-/) as string,
      type: 'incident',
      version: 1,
      title: 'Clean case',
      originator: 'pkcert',
      tlp: 'GREEN',
      information_type: 'incident_summary',
      categories: ['fraud/phishing'],
      sectors: ['banking'],
      severity: 'high',
      pap: 'AMBER',
      released_at: world.clock.now().toISOString(),
      summary: 'Phishing.',
      details: 'At length.',
      parts: [],
    });
    const ids = [id, report.id, ...Object.values(world.people), ...Object.values(world.organizations)];
    for (const secret of [...ids, 'internal to us', 'Zainab', 'Amna'])
      expect(answer.text).not.toContain(secret);
    for (const asker of everyone.filter(({ organization }) => organization !== 'cncert'))
      expect([asker.name, (await asker.ask(world).get(`/api/v1/incidents/${entry?.id}`)).status]).toEqual([
        asker.name,
        404,
      ]);
  });

  test('that is CLEAR and meant for everybody reaches everybody', async () => {
    const id = await desk.open({ title: 'For all', handling: labels([], { tlp: 'CLEAR' }) });
    await desk.release(id, 1, { public: true });
    const others = everyone.filter(({ organization, person }) => organization !== 'pkcert' && !person);
    for (const asker of others) {
      const entry = (await shared(asker)).find(({ title }) => title === 'For all');
      const { status } = await asker.ask(world).get(`/api/v1/incidents/${entry?.id}`);
      expect([asker.name, status]).toEqual([asker.name, 200]);
    }
  });

  test('keeps later drafts from the partner until they are released too', async () => {
    const id = await desk.open({ title: 'In parts', handling: labels(['cncert']) });
    await desk.release(id, 1);
    await desk.change(id, { base: 1, title: 'In parts, more' });
    expect((await shared(cncert)).map(({ title }) => title)).not.toContain('In parts, more');
    world.clock.advance(1000);
    await desk.release(id, 2);
    const titles = (await shared(cncert)).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('In parts'))).toEqual(['In parts, more']);
  });

  test('is served no more once it is withdrawn, and its owner sees why', async () => {
    const id = await desk.open({ title: 'Mistaken', handling: labels(['cncert']) });
    await desk.release(id, 1);
    const entry = (await shared(cncert)).find(({ title }) => title === 'Mistaken');
    world.clock.advance(1000);
    const withdrawal = await world
      .as('pkcert-releaser')
      .post(`/api/v1/incidents/${id}/withdrawal`)
      .send({ reason: 'A false alarm' });
    expect(withdrawal.body.withdrawal.reason).toBe('A false alarm');
    expect((await world.withKey('cncert').get(`/api/v1/incidents/${entry?.id}`)).status).toBe(404);
    const { timeline, released_version } = await desk.show(id);
    expect(released_version).toBeNull();
    expect(timeline.items.map(({ event }: { event: string }) => event)).toEqual([
      'version',
      'release',
      'withdrawal',
    ]);
    expect(JSON.stringify((await world.withKey('cncert').get('/api/v1/feed')).body)).not.toContain(
      'false alarm',
    );
  });
});

describe('releasing a case', () => {
  const refused = async (
    id: string,
    version: number,
    person: 'pkcert-releaser' | 'pkcert-second-analyst',
  ) => {
    const answer = await world.as(person).post(`/api/v1/incidents/${id}/release`).send({ version });
    return [answer.status, answer.body.type];
  };

  test('is not for an author of the version, though she is a releaser too', async () => {
    await world
      .as('pkcert-administrator')
      .put(`/api/v1/accounts/${world.people['pkcert-second-analyst']}/roles`)
      .send({ roles: ['analyst', 'releaser'] });
    const id = await desk.open({ handling: labels(['cncert']) });
    await desk.change(id, { base: 1, title: 'Bilal’s words' }, 'pkcert-second-analyst');
    await desk.change(id, { base: 2, title: 'Amna’s last word' });
    expect(await refused(id, 3, 'pkcert-second-analyst')).toEqual([403, '/problems/release/author']);
    expect((await desk.release(id, 3)).released_version).toBe(3);
  });

  test('is refused while labels are missing, and for a version that is not the latest', async () => {
    const id = await desk.caseOf(await desk.file());
    expect(await refused(id, 1, 'pkcert-releaser')).toEqual([422, '/problems/release/unlabelled']);
    await desk.change(id, { base: 1, handling: labels(['cncert']) });
    expect(await refused(id, 1, 'pkcert-releaser')).toEqual([409, '/problems/item/changed']);
  });

  test('is refused for RED that names nobody', async () => {
    const id = await desk.open({ handling: labels(['cncert'], { tlp: 'RED' }) });
    expect(await refused(id, 1, 'pkcert-releaser')).toEqual([422, '/problems/release/red']);
  });
});
