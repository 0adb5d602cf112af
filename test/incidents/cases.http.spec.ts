import { addedToHouseLog, startWorld, type World } from '../cast';
import { AWARE, done, labels, work } from './case-work';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  world = await startWorld();
  desk = work(world);
});
afterAll(() => world.close());

const amna = { name: 'Amna Sethi (invented)', organization: 'pkcert' };

describe('opening a case without a report', () => {
  test('takes a title and when one became aware of it; the rest follows', async () => {
    const body = { title: 'Own case', aware_at: AWARE };
    const { id, ...opened } = done(await world.as('pkcert-analyst').post('/api/v1/incidents').send(body));
    expect([opened.aware_at, opened.versions[0].summary]).toEqual(['2026-03-02T06:30:00.000Z', '']);
    const changed = await desk.change(id, { base: 1, summary: 'Later.' });
    expect(changed.aware_at).toBe('2026-03-02T06:30:00.000Z');
  });

  test('makes version 1, unlabelled and for its owner alone', async () => {
    const { versions, reports, released_version } = await desk.show(await desk.open({ details: 'More.' }));
    expect(versions).toEqual([
      {
        version: 1,
        created_at: world.clock.now().toISOString(),
        created_by: amna,
        authors: [amna],
        title: 'Own case',
        summary: 'Found by us.',
        details: 'More.',
        handling: {
          tlp: null,
          information_type: null,
          categories: [],
          sectors: [],
          severity: null,
          nexus: [],
          pap: null,
          embargo_until: null,
          audience: { include: [], exclude: [] },
          named_persons: [],
          product_types: [],
        },
        parts: [],
      },
    ]);
    expect([reports, released_version]).toEqual([[], null]);
  });

  test('is for national CERTs; a constituent is told to file a report', async () => {
    const answer = await world
      .as('banking-analyst')
      .post('/api/v1/incidents')
      .send({ title: 'Own case', summary: 'Found by us.' });
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/case/not-national-cert']);
    expect(answer.body.detail).toContain('POST /api/v1/reports');
  });

  test('takes several RSIT codes, an embargo and an audience by handles', async () => {
    const handling = labels(['cncert', 'banking'], {
      categories: ['fraud/phishing', 'malicious-code/c2-server'],
      nexus: ['PK', 'CN'],
      pap: 'GREEN',
      embargo_until: '2026-04-01T00:00:00+05:00',
      audience: { include: ['cncert', 'banking'], exclude: ['corvia'] },
    });
    const { versions } = await desk.show(await desk.open({ handling }));
    expect(versions[0].handling).toEqual({
      ...handling,
      embargo_until: '2026-03-31T19:00:00.000Z',
      audience: { include: ['banking', 'cncert'], exclude: ['corvia'] },
      named_persons: [],
      product_types: [],
    });
  });
});

describe('changing a case', () => {
  test('makes a version that keeps what is left out', async () => {
    const id = await desk.open({ details: 'More.', handling: labels('partners') });
    const { versions, version } = await desk.change(id, { base: 1, title: 'Renamed', details: '' });
    const [first, second] = versions;
    expect(version).toBe(2);
    expect(second).toEqual({ ...first, version: 2, title: 'Renamed', details: null });
  });

  test('by two at once lets one through and tells the other', async () => {
    const id = await desk.open();
    const edit = (person: 'pkcert-analyst' | 'pkcert-second-analyst', title: string) =>
      world.as(person).post(`/api/v1/incidents/${id}/versions`).send({ base: 1, title });
    const answers = await Promise.all([
      edit('pkcert-analyst', 'Amna’s'),
      edit('pkcert-second-analyst', 'Bilal’s'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.type).toBe('/problems/item/changed');
    const { versions, title } = await desk.show(id);
    expect(versions.length).toBe(2);
    expect(title).toBe(answers.find(({ status }) => status === 201)?.body.title);
  });

  test('on top of a version that was never read, or without a difference, changes nothing', async () => {
    const id = await desk.open();
    await desk.change(id, { base: 1, title: 'Renamed' });
    const send = (body: object) =>
      world.as('pkcert-analyst').post(`/api/v1/incidents/${id}/versions`).send(body);
    expect((await send({ base: 1, title: 'Late' })).status).toBe(409);
    expect((await send({ base: 3, title: 'Early' })).body.errors[0].field).toBe('base');
    const same = await send({ base: 2, title: 'Renamed' });
    expect([same.status, same.body.type]).toEqual([422, '/problems/item/unchanged']);
    expect((await desk.show(id)).version).toBe(2);
  });

  test('refuses kinds of information that belong to advisories', async () => {
    const id = await desk.open();
    const handling = { information_type: 'vulnerability_unpublished' };
    const answer = await world
      .as('pkcert-analyst')
      .post(`/api/v1/incidents/${id}/versions`)
      .send({ base: 1, handling });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'handling.information_type']);
  });

  test('refuses an audience that is nobody’s handle, by its place', async () => {
    const answer = await world
      .as('pkcert-analyst')
      .post('/api/v1/incidents')
      .send({ title: 'x', summary: 'x', handling: { audience: { include: ['cncert', 'atlantis'] } } });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'handling.audience.include[1]']);
  });
});

test('what is done to a case stands in its owner’s house log, without its text', async () => {
  const entries = await addedToHouseLog(world, 'pkcert', async () => {
    const id = await desk.open();
    await desk.change(id, { base: 1, title: 'A secret title' });
    await desk.note(id, 'A secret note');
  });
  expect(entries.map(({ kind }) => kind)).toEqual(['case-opened', 'case-changed', 'case-noted']);
  expect(JSON.stringify(entries)).not.toContain('secret');
});
