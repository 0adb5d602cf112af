import { everyone, expectedRefusal, startWorld, type World } from '../cast';
import { DRAFT, PATH } from './advisory-world';

interface Report {
  done: number;
  refused: number;
  not_done: number;
  results: { id: string; outcome: string; problem: { type: string; status: number } | null }[];
}
const absent = '0b9e4c1a-0000-4000-8000-000000000000';

describe('many advisories at once', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  const draft = async (handling: object = {}) =>
    (
      (await world
        .as('pkcert-analyst')
        .post(PATH)
        .send({ ...DRAFT, handling: { ...DRAFT.handling, ...handling } })) as { body: { id: string } }
    ).body.id;
  const bulk = async (person: 'pkcert-releaser' | 'pkcert-analyst', what: string, body: object) => {
    const answer = await world.as(person).post(`${PATH}/bulk/${what}`).send(body);
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return answer.body as Report;
  };
  const own = async (id: string) =>
    (await world.as('pkcert-analyst').get(`${PATH}/${id}`)).body as {
      releases: unknown[];
      withdrawal: object | null;
      version: number;
    };

  it('have an outcome each, in the order of the input, and the numbers add up', async () => {
    const [one, red, two] = [await draft(), await draft({ tlp: 'RED' }), await draft()];
    const items = [one, red, absent, two].map((id) => ({ id, version: 1 }));
    const report = await bulk('pkcert-releaser', 'releases', { items });
    expect(report.results.map(({ id, outcome, problem }) => [id, outcome, problem?.type])).toEqual([
      [one, 'done', undefined],
      [red, 'refused', '/problems/release/red'],
      [absent, 'refused', '/problems/not-found'],
      [two, 'done', undefined],
    ]);
    expect([report.done, report.refused, report.not_done]).toEqual([2, 2, 0]);
    expect((await own(one)).releases).toHaveLength(1);
    expect((await own(red)).releases).toHaveLength(0);
  });

  it('are all done or none, where it is asked so', async () => {
    const [one, red] = [await draft(), await draft({ tlp: 'RED' })];
    const items = [one, red].map((id) => ({ id, version: 1 }));
    const report = await bulk('pkcert-releaser', 'releases', { items, atomic: true });
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['not_done', 'refused']);
    expect([report.done, report.refused, report.not_done]).toEqual([0, 1, 1]);
    expect((await own(one)).releases).toHaveLength(0);
  });

  it('are labelled alike, each on the version that was read', async () => {
    const [one, two] = [await draft(), await draft()];
    const items = [
      { id: one, base: 1 },
      { id: two, base: 2 },
    ];
    const report = await bulk('pkcert-analyst', 'handling', { items, handling: { tlp: 'AMBER' } });
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect([(await own(one)).version, (await own(two)).version]).toEqual([2, 1]);
  });

  it('are withdrawn for one reason, and not twice', async () => {
    const [one, two] = [await draft(), await draft()];
    const items = [one, two].map((id) => ({ id, version: 1 }));
    await bulk('pkcert-releaser', 'releases', { items });
    const ids = [one, two];
    const reason = 'They were wrong.';
    expect((await bulk('pkcert-releaser', 'withdrawals', { ids, reason })).done).toBe(2);
    expect((await bulk('pkcert-releaser', 'withdrawals', { ids, reason })).refused).toBe(2);
    expect((await own(one)).withdrawal).not.toBeNull();
  });

  it.each([
    ['nothing', { items: [] }, 'items'],
    [
      'one twice',
      {
        items: [
          { id: absent, version: 1 },
          { id: absent, version: 1 },
        ],
      },
      'items',
    ],
    ['too many', { items: Array.from({ length: 201 }, () => ({ id: absent, version: 1 })) }, 'items'],
    ['what is no object', { items: [null] }, 'items'],
    ['no version', { items: [{ id: absent }] }, 'items.0.version'],
    ['no id', { items: [{ id: 'x', version: 1 }] }, 'items.0.id'],
    ['what is unknown', { items: [{ id: absent, version: 1, tlp: 'RED' }] }, 'items.0.tlp'],
    ['atomic as text', { items: [{ id: absent, version: 1 }], atomic: 'yes' }, 'atomic'],
  ])('are refused with %s', async (_, body, field) => {
    const answer = await world.as('pkcert-releaser').post(`${PATH}/bulk/releases`).send(body);
    const { errors } = answer.body as { errors: { field: string }[] };
    expect([answer.status, errors[0]?.field]).toEqual([422, field]);
  });

  it.each(everyone)(
    'are each judged as they would be alone: $name gets at nothing of others',
    async (asker) => {
      const id = await draft();
      const sent = { items: [{ id, version: 1 }] };
      const answer = await asker.ask(world).post(`${PATH}/bulk/releases`).send(sent);
      const refusal = expectedRefusal(asker, ['releaser']);
      if (refusal !== undefined) return expect(answer.status).toBe(refusal);
      const { results } = answer.body as Report;
      const expected = asker.organization === 'pkcert' ? 'done' : 'refused';
      return expect([answer.status, results[0]!.outcome]).toEqual([200, expected]);
    },
  );
});
