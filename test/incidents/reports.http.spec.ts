import { addedToHouseLog, castMember, everyone, PERSON_KEYS, startWorld, type World } from '../cast';
import { done, UNKNOWN, work } from './case-work';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  world = await startWorld();
  desk = work(world);
});
afterAll(() => world.close());

describe('a report', () => {
  test('is shown to people of its reporter and its recipient, and is absent to everybody else', async () => {
    const report = await desk.file();
    for (const asker of everyone) {
      const [shown, absent] = [
        await asker.ask(world).get(`/api/v1/reports/${report.id}`),
        await asker.ask(world).get(`/api/v1/reports/${UNKNOWN}`),
      ];
      const party = asker.person && ['banking', 'pkcert'].includes(asker.organization);
      if (party) expect([asker.name, shown.status, absent.status]).toEqual([asker.name, 200, 404]);
      else expect([asker.name, shown.status, shown.text]).toEqual([asker.name, absent.status, absent.text]);
      expect(absent.status).toBe(asker.person ? 404 : asker.organization === 'public' ? 401 : 403);
    }
  });

  test('tells its reporter the status and the answers, and never a note, a name or the case', async () => {
    const report = await desk.file();
    const id = await desk.caseOf(report);
    await desk.note(id, 'the reporter does not know how bad it is');
    await desk.change(id, { base: 1, details: 'known to us alone' });
    await desk.answer(report, 'in-work', 'We look into it.');
    world.clock.advance(1000);
    await desk.answer(report, 'closed', 'It is over.');
    const answers = [
      {
        at: new Date(world.clock.now().getTime() - 1000).toISOString(),
        status: 'in-work',
        answer: 'We look into it.',
      },
      { at: world.clock.now().toISOString(), status: 'closed', answer: 'It is over.' },
    ];
    const banking = await world.as('banking-administrator').get(`/api/v1/reports/${report.id}`);
    expect(banking.body).toEqual({ ...report, status: 'closed', answers });
    const list = await world.as('banking-analyst').get('/api/v1/reports');
    for (const secret of [id, 'known to us alone', 'how bad it is', 'Amna', 'pkcert-analyst'])
      expect(banking.text + list.text).not.toContain(secret);
    const pkcert = await world.as('pkcert-releaser').get(`/api/v1/reports/${report.id}`);
    expect(pkcert.body.incident).toBe(id);
    expect(pkcert.body.answers[1].by.name).toBe('Amna Sethi (invented)');
  });

  test('is answered by an analyst of its recipient only', async () => {
    const report = await desk.file();
    for (const [person, status] of [
      ['banking-analyst', 403],
      ['energy-analyst', 404],
      ['pkcert-releaser', 403],
      ['cncert-liaison', 403],
    ] as const) {
      const answer = await world
        .as(person)
        .post(`/api/v1/reports/${report.id}/answers`)
        .send({ status: 'closed', answer: 'Nothing to see.' });
      expect([person, answer.status]).toEqual([person, status]);
    }
    expect((await world.as('banking-analyst').get(`/api/v1/reports/${report.id}`)).body.answers).toEqual([]);
  });

  test('and its answer stand in both house logs', async () => {
    const report = await desk.file();
    const shared = { report: report.id, reporter: 'banking', recipient: 'pkcert', status: 'closed' };
    const toBanking = await addedToHouseLog(world, 'banking', () => desk.answer(report, 'closed'));
    expect(toBanking).toEqual([{ kind: 'report-answered', shared }]);
  });
});

describe('listing reports', () => {
  test('shows the reporter its own, the recipient all of its constituents’, and others none', async () => {
    for (const person of ['banking-analyst', 'energy-analyst', 'telecom-analyst'] as const)
      await desk.file({}, person);
    const reportersIn = async (person: Parameters<World['as']>[0]) => {
      const { body } = await world.as(person).get('/api/v1/reports?limit=200');
      return [...new Set(body.items.map(({ reporter }: { reporter: string }) => reporter))].sort();
    };
    expect(await reportersIn('banking-analyst')).toEqual(['banking']);
    expect(await reportersIn('telecom-administrator')).toEqual(['telecom']);
    expect(await reportersIn('pkcert-duty-officer')).toEqual(['banking', 'energy', 'telecom']);
    for (const person of ['moitt-liaison', 'cncert-liaison', 'itu-liaison', 'dunmere-liaison'] as const)
      expect(await reportersIn(person)).toEqual([]);
  });

  test('pages through all, newest first, each once', async () => {
    world.clock.advance(1000);
    const filed = [await desk.file({ title: 'one' }), await desk.file({ title: 'two' })];
    world.clock.advance(1000);
    filed.push(await desk.file({ title: 'three' }));
    const titles: string[] = [];
    let next: string | null = '';
    for (let page = 0; next !== null && page < 50; page += 1) {
      const query: string = `limit=2${next ? `&cursor=${next}` : ''}`;
      const { body } = await world.as('pkcert-analyst').get(`/api/v1/reports?${query}`);
      titles.push(...body.items.map((item: { id: string; title: string }) => `${item.title} ${item.id}`));
      next = body.next;
    }
    expect(titles.slice(0, 3)).toEqual(filed.toReversed().map(({ title, id }) => `${title} ${id}`));
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBe(
      (await world.as('pkcert-analyst').get('/api/v1/reports?limit=200')).body.items.length,
    );
  });

  test('is narrowed by the status of the latest answer, and a cursor holds for its filter and team only', async () => {
    const [one, two] = [await desk.file({ title: 'narrow' }), await desk.file({ title: 'narrow' })];
    await desk.answer(one, 'in-work');
    await desk.answer(two, 'in-work');
    await desk.answer(two, 'received');
    const statuses = async (status: string) =>
      (await world.as('pkcert-analyst').get(`/api/v1/reports?status=${status}&limit=200`)).body.items as {
        id: string;
        status: string;
      }[];
    expect((await statuses('in-work')).map(({ id }) => id)).toContain(one.id);
    expect((await statuses('received')).map(({ id }) => id)).toContain(two.id);
    expect((await statuses('received')).every(({ status }) => status === 'received')).toBe(true);
    const { next } = (await world.as('pkcert-analyst').get('/api/v1/reports?limit=1')).body;
    for (const [person, query] of [
      ['pkcert-analyst', `status=closed&cursor=${next}`],
      ['banking-analyst', `cursor=${next}`],
    ] as const) {
      const answer = await world.as(person).get(`/api/v1/reports?${query}`);
      expect([answer.status, answer.body.type]).toEqual([400, '/problems/cursor/invalid']);
    }
  });

  test('is narrowed by who filed, by words in title or description, and by when, for its two sides only', async () => {
    world.clock.advance(60_000);
    const since = world.clock.now().toISOString();
    const sought = { title: 'Ransomware خطرہ', description: 'Three 银行 branches' };
    const ours = await desk.file(sought);
    const theirs = await desk.file({ ...sought, title: 'RANSOMWARE 100% sure' }, 'energy-analyst');
    const found = async (person: Parameters<World['as']>[0], query: string) =>
      done(await world.as(person).get('/api/v1/reports').query(query), 200).items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await found('pkcert-analyst', 'text=branches ransomware')).toEqual([theirs.id, ours.id]);
    expect(await found('pkcert-analyst', 'text=100%25')).toEqual([theirs.id]);
    expect(await found('pkcert-analyst', `text=${encodeURIComponent('银行 خطرہ')}`)).toEqual([ours.id]);
    expect(await found('pkcert-analyst', 'text=ransomware nowhere')).toEqual([]);
    expect(await found('pkcert-analyst', `filed_from=${since}`)).toEqual([theirs.id, ours.id]);
    expect(await found('pkcert-analyst', `filed_from=${since}&reporter=energy`)).toEqual([theirs.id]);
    expect(await found('pkcert-analyst', 'reporter=nobody')).toEqual([]);
    for (const person of PERSON_KEYS) {
      const { organization } = castMember(person);
      const sees = { pkcert: [theirs.id, ours.id], banking: [ours.id], energy: [theirs.id] };
      const wanted = Object.hasOwn(sees, organization) ? sees[organization as keyof typeof sees] : [];
      expect([person, await found(person, 'text=ransomware branches')]).toEqual([person, wanted]);
    }
  });
});
