import { startWorld, type World } from '../cast';
import { labels, work } from './case-work';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  world = await startWorld();
  desk = work(world);
});
afterAll(() => world.close());

const amna = { name: 'Amna Sethi (invented)', organization: 'pkcert' };

describe('listing own cases', () => {
  const titles = async (query: string) => {
    const { body } = await world.as('pkcert-liaison').get(`/api/v1/incidents?scope=own&${query}`);
    return body.items.map(({ title }: { title: string }) => title);
  };

  test('filters by exactly the label, category and severity of the latest version', async () => {
    const strict = labels([], {
      tlp: 'AMBER+STRICT',
      severity: 'critical',
      categories: ['availability/ddos'],
    });
    const id = await desk.open({ title: 'was strict', handling: strict });
    await desk.change(id, { base: 1, handling: { tlp: 'AMBER' } });
    await desk.open({ title: 'is strict', handling: strict });
    expect(await titles('tlp=AMBER%2BSTRICT')).toEqual(['is strict']);
    expect(await titles('tlp=AMBER')).toEqual(['was strict']);
    expect(await titles('category=availability/ddos')).toEqual(['is strict', 'was strict']);
    expect(await titles('severity=critical&tlp=AMBER')).toEqual(['was strict']);
    expect(await titles('severity=critical&category=fraud/phishing')).toEqual([]);
    await desk.open({ title: 'of no label' });
    expect(await titles('tlp=unlabelled')).toEqual(['of no label']);
  });

  test('pages through all, newest first, each once', async () => {
    for (let n = 0; n < 4; n += 1) await desk.open({ title: `case ${n}` });
    const all = await titles('limit=200');
    const paged: string[] = [];
    let next: string | null = '';
    for (let page = 0; next !== null && page < 50; page += 1) {
      const query: string = `scope=own&limit=3${next ? `&cursor=${next}` : ''}`;
      const { body } = await world.as('pkcert-analyst').get(`/api/v1/incidents?${query}`);
      paged.push(...body.items.map(({ title }: { title: string }) => title));
      next = body.next;
    }
    expect(paged).toEqual(all);
    expect(all.slice(0, 2)).toEqual(['case 3', 'case 2']);
  });

  test('takes a cursor only with the filters it was given for, and from the team it was given to', async () => {
    const { next } = (await world.as('pkcert-analyst').get('/api/v1/incidents?scope=own&limit=1')).body;
    for (const [person, query] of [
      ['pkcert-analyst', 'scope=own&severity=low'],
      ['pkcert-analyst', 'scope=received'],
      ['cncert-liaison', 'scope=own'],
    ] as const) {
      const answer = await world.as(person).get(`/api/v1/incidents?${query}&cursor=${next}`);
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });

  test('is for people, and no filter is ignored', async () => {
    expect((await world.withKey('pkcert').get('/api/v1/incidents?scope=own')).status).toBe(403);
    expect((await world.anonymous().get('/api/v1/incidents?scope=own')).status).toBe(401);
    for (const stray of [
      'tlp=unlabelled',
      'created_from=2026-01-01T00:00:00Z',
      'sort=created',
      'scope=own&originator=pkcert',
    ])
      expect([stray, (await world.as('pkcert-analyst').get(`/api/v1/incidents?${stray}`)).status]).toEqual([
        stray,
        422,
      ]);
    expect((await world.as('banking-analyst').get('/api/v1/incidents?scope=own')).body.items).toEqual([]);
  });
});

describe('the timeline of a case', () => {
  test('has reports, versions, notes and answers in order, with who and what', async () => {
    const report = await desk.file({ title: 'It begins' });
    const id = await desk.caseOf(report);
    world.clock.advance(1000);
    await desk.change(id, { base: 1, summary: 'Clearer.', handling: { severity: 'high' } });
    world.clock.advance(1000);
    await desk.note(id, 'Called the bank.');
    world.clock.advance(1000);
    await desk.answer(report, 'in-work', 'Seen.');
    world.clock.advance(1000);
    const follow = await desk.file({ title: 'It goes on', follows: report.id });
    const { items, next } = (await world.as('pkcert-auditor').get(`/api/v1/incidents/${id}/timeline`)).body;
    const zainab = { name: 'Zainab Malik (invented)', organization: 'banking' };
    const at = (seconds: number) => new Date(world.clock.now().getTime() - seconds * 1000).toISOString();
    expect(items).toEqual([
      { at: at(4), event: 'report', by: zainab, report: report.id, title: 'It begins' },
      { at: at(4), event: 'version', by: zainab, version: 1, changed: [] },
      { at: at(3), event: 'version', by: amna, version: 2, changed: ['summary', 'handling.severity'] },
      { at: at(2), event: 'note', by: amna, note: 'Called the bank.' },
      { at: at(1), event: 'answer', by: amna, report: report.id, status: 'in-work', answer: 'Seen.' },
      { at: at(0), event: 'report', by: zainab, report: follow.id, title: 'It goes on' },
    ]);
    expect(next).toBeNull();
    expect((await desk.show(id)).timeline).toEqual({ items, next });
  });

  test('is paged without gap or repetition, also within one instant', async () => {
    const id = await desk.open();
    for (const note of ['a', 'b', 'c', 'd']) await desk.note(id, note);
    const seen: string[] = [];
    let next: string | null = '';
    for (let page = 0; next !== null && page < 9; page += 1) {
      const query: string = `limit=2${next ? `&cursor=${next}` : ''}`;
      const { body } = await world.as('pkcert-analyst').get(`/api/v1/incidents/${id}/timeline?${query}`);
      seen.push(...body.items.map(({ note, event }: { note?: string; event: string }) => note ?? event));
      next = body.next;
    }
    expect(seen).toEqual(['version', 'a', 'b', 'c', 'd']);
  });
});
