import { everyone, expectedRefusal, type World } from '../cast';
import { Passing, PASSING_ON, type PassingReport } from './passing-world';
import { expected } from './sharing-world';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';

let passing: Passing;
let world: World;
beforeAll(async () => {
  passing = await Passing.start();
  ({ world } = passing);
});
afterAll(() => world.close());

const problem = (report: PassingReport, n = 0) => report.results[n]!.problem;

describe('what a team has under an agreement and passes on', () => {
  it('is found by the constituent under an id of its own, in its feed, list, search and document', async () => {
    await passing.released('Passed to banking');
    const before = await passing.pull('banking');
    expect((await passing.listed('banking')).size).toBe(0);
    await passing.passedOn('Passed to banking', 'banking');
    expect((await passing.pull('banking', before.next)).told).toEqual(['added Passed to banking']);
    const [there, here] = [
      await passing.idAt('banking', 'Passed to banking'),
      await passing.idAt('pkcert', 'Passed to banking'),
    ];
    expect(there).not.toBe(here);
    for (const query of ['&text=banking', '&originator=cncert', '&tlp=GREEN'])
      expect([...(await passing.listed('banking', query)).keys()]).toEqual(['Passed to banking']);
    const document = await world.withKey('banking').get(`/api/v1/advisories/${there}`);
    expect([document.status, (document.body as { title: string }).title]).toEqual([200, 'Passed to banking']);
    expect((await world.withKey('banking').get(`/api/v1/advisories/${there}/csaf`)).status).toBe(200);
    // The parent's id of it is nothing to the constituent, and nobody else's is touched.
    expect((await world.withKey('banking').get(`/api/v1/advisories/${here}`)).status).toBe(404);
    expect([...(await passing.listed('energy')).keys()]).toEqual([]);
    for (const team of ['energy', 'telecom', 'corvia'] as const)
      expect((await world.withKey(team).get(`/api/v1/advisories/${there}`)).status).toBe(404);
  });

  it('names neither the agreement nor other constituents to the constituent', async () => {
    await passing.released('Told of nobody');
    await passing.passedOn('Told of nobody', 'banking', 'energy');
    const { text } = await passing.pull('banking');
    expect(text).toContain('Told of nobody');
    // A reference may begin as the agreement's does, and goes on.
    for (const word of [/CN-PK\b/, /Art\. 4/, /energy/, /pkcert/]) expect(text).not.toMatch(word);
  });

  it('is brought up to date and withdrawn with the item', async () => {
    const id = await passing.released('First words');
    await passing.passedOn('First words', 'banking');
    const { next } = await passing.pull('banking');
    const change = { base: 1, title: 'Second words' };
    await expected(201, world.as('cncert-liaison').post(`/api/v1/advisories/${id}/versions`).send(change));
    await passing.release(id, 2);
    const updated = await passing.pull('banking', next);
    expect(updated.told).toEqual(['updated Second words']);
    const path = `/api/v1/advisories/${id}/withdrawal`;
    await expected(201, world.as('cncert-duty-officer').post(path).send({ reason: 'It was wrong.' }));
    expect((await passing.pull('banking', updated.next)).told).toEqual(['withdrawn']);
  });

  it('goes as far as its label and the terms let it, and the refusal says which rule and to whom', async () => {
    for (const tlp of ['GREEN', 'AMBER', 'AMBER+STRICT']) await passing.released(`Marked ${tlp}`, { tlp });
    expect(await passing.passOn('Marked GREEN', 'banking', 'energy')).toMatchObject({ passed_on: 2 });
    const amber = await passing.passOn('Marked AMBER', 'banking', 'energy');
    expect(amber).toMatchObject({ passed_on: 1, already: 0, refused: 1 });
    expect(amber.results.map(({ to, outcome }) => `${to} ${outcome}`)).toEqual([
      'banking passed_on',
      'energy refused',
    ]);
    expect(problem(amber, 1)).toEqual({
      type: '/problems/passing-on/out-of-reach',
      status: 409,
      detail:
        'It may not reach energy: the terms let AMBER reach the constituents that they name, and it is none of them (Art. 4).',
      rule: 'D-20',
    });
    const strict = await passing.passOn('Marked AMBER+STRICT', 'banking');
    expect(problem(strict)?.detail).toBe(
      'It may not reach banking: TLP:AMBER+STRICT stays with the team that receives it.',
    );
    expect([...(await passing.listed('energy', '&text=Marked')).keys()]).toEqual(['Marked GREEN']);
  });

  it('does not go to whom the originator excludes, and the refusal does not tell whom that is', async () => {
    await passing.released('Not for energy', { audience: { include: 'partners', exclude: ['energy'] } });
    const report = await passing.passOn('Not for energy', 'energy', 'banking');
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['refused', 'passed_on']);
    expect(problem(report)).toEqual({
      type: '/problems/passing-on/out-of-reach',
      status: 409,
      detail:
        'It may not reach energy: what its originator or its source allows does not reach this constituent.',
      rule: null,
    });
  });

  it('is no more than what the team sees now: the rest is as absent', async () => {
    await passing.released('For Corvia alone', { audience: { include: ['corvia'] } });
    const later = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    await passing.released('Embargoed', { embargo_until: later });
    const gone = await passing.released('Gone by now');
    const known = await passing.idAt('pkcert', 'Gone by now');
    const path = `/api/v1/advisories/${gone}/withdrawal`;
    await expected(201, world.as('cncert-duty-officer').post(path).send({ reason: 'It was wrong.' }));
    world.clock.advance(1000);
    const absent = await passing.post({ item: ABSENT, to: ['banking'] });
    expect(absent.status).toBe(404);
    for (const item of [gone, known]) {
      const answer = await passing.post({ item, to: ['banking'] });
      expect([answer.status, answer.text]).toEqual([404, absent.text]);
    }
  });

  it('is not what everybody reads', async () => {
    await passing.released('For everybody', { tlp: 'CLEAR' }, true);
    const item = await passing.idAt('pkcert', 'For everybody');
    const answer = await passing.post({ item, to: ['banking'] });
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([
      409,
      '/problems/passing-on/public',
    ]);
  });

  it('is passed on once: again it is there already, and at once it is one', async () => {
    await passing.released('At once');
    const item = await passing.idAt('pkcert', 'At once');
    const reports = await Promise.all(
      Array.from(
        { length: 5 },
        async () => (await passing.post({ item, to: ['banking'] })).body as PassingReport,
      ),
    );
    expect(reports.map(({ passed_on }) => passed_on).sort()).toEqual([0, 0, 0, 0, 1]);
    expect(reports.map(({ already }) => already).sort()).toEqual([0, 1, 1, 1, 1]);
    expect(new Set(reports.map(({ results }) => results[0]!.id)).size).toBe(1);
  });

  it('is tried with dry_run, and repeated with an Idempotency-Key', async () => {
    await passing.released('Tried');
    const item = await passing.idAt('pkcert', 'Tried');
    const tried = (await passing.post({ item, to: ['energy'] }, undefined, '?dry_run=true'))
      .body as PassingReport;
    expect(tried).toMatchObject({
      passed_on: 1,
      effect: {
        teams: [{ team: 'energy', gets: { items: [{ id: item, version: 1 }] }, loses: { count: 0 } }],
      },
    });
    expect((await passing.listed('energy', '&text=Tried')).size).toBe(0);
    const send = () =>
      world
        .as('pkcert-releaser')
        .post(PASSING_ON)
        .set('Idempotency-Key', 'pass-it-on')
        .send({ item, to: ['energy'] });
    const [first, second] = [await send(), await send()];
    expect(first.body).toMatchObject({ passed_on: 1 });
    expect([second.text, second.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
  });
});

describe('bad input', () => {
  it.each<[string, object, string]>([
    ['nothing', {}, 'item'],
    ['no constituent', { item: ABSENT, to: [] }, 'to'],
    ['what is no id', { item: 'no-id', to: ['banking'] }, 'item'],
    ['a constituent twice', { item: ABSENT, to: ['banking', 'banking'] }, 'to'],
    ['what is no handle', { item: ABSENT, to: ['Not A Handle'] }, 'to'],
    ['who is not there', { item: ABSENT, to: ['banking', 'nobody'] }, 'to.1'],
    ['who is nobody’s constituent', { item: ABSENT, to: ['corvia'] }, 'to.0'],
    ['the team itself', { item: ABSENT, to: ['pkcert'] }, 'to.0'],
    ['an unknown field', { item: ABSENT, to: ['banking'], note: 'x' }, 'note'],
  ])('refuses %s', async (_, body, field) => {
    const answer = await passing.post(body);
    const { type, errors } = answer.body as { type: string; errors: { field: string }[] };
    expect([answer.status, type, errors.map((one) => one.field)]).toEqual([
      422,
      '/problems/invalid',
      expect.arrayContaining([field]),
    ]);
  });

  it.each([{ reason: '' }, { reason: 'x'.repeat(2001) }, { reason: null }, { other: 'x' }])(
    'refuses to end for %j',
    async (body) => {
      const answer = await world.as('pkcert-releaser').post(`${PASSING_ON}/${ABSENT}/end`).send(body);
      expect(answer.status).toBe(422);
    },
  );
});

/** CNCERT's releaser in this world, who has no constituents. */
const ANOTHER_RELEASER = 'cncert-duty-officer';
it('is nothing to a releaser of another team', async () => {
  const item = await passing.idAt('pkcert', 'Passed to banking');
  const answer = await passing.post({ item, to: ['banking'] }, world.as(ANOTHER_RELEASER));
  expect(answer.status).toBe(422);
});

const asked = everyone.filter(({ name }) => name !== ANOTHER_RELEASER);
it.each(asked)('is for the parent’s own people: $name', async (asker) => {
  const caller = asker.ask(world);
  const item = await passing.idAt('pkcert', 'Passed to banking');
  const post = await passing.post({ item, to: ['banking'] }, caller);
  const refused = expectedRefusal(asker, ['releaser']);
  expect(post.status).toBe(refused ?? 200);
  const get = await caller.get(`${PASSING_ON}?limit=200`);
  const unread = expectedRefusal(asker, ['person']);
  expect(get.status).toBe(unread ?? 200);
  if (!unread)
    expect((get.body as { items: unknown[] }).items.length > 0).toBe(asker.organization === 'pkcert');
  const end = await caller.post(`${PASSING_ON}/${ABSENT}/end`).send({});
  expect(end.status).toBe(expectedRefusal(asker, ['releaser', 'liaison', 'duty-officer']) ?? 404);
});
