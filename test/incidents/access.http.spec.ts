import type { Response } from 'supertest';
import { type Asker, everyone, startWorld, type World } from '../cast';
import { labels, UNKNOWN, work } from './case-work';

let world: World;
let reported: string;
let own: string;
beforeAll(async () => {
  world = await startWorld();
  const desk = work(world);
  reported = await desk.caseOf(await desk.file());
  own = await desk.open({ handling: labels('partners') });
});
afterAll(() => world.close());

const routes = {
  'GET incident': ({ ask }: Asker, id: string) => ask(world).get(`/api/v1/incidents/${id}`),
  'GET timeline': ({ ask }: Asker, id: string) => ask(world).get(`/api/v1/incidents/${id}/timeline`),
  'POST versions': ({ ask }: Asker, id: string) =>
    ask(world).post(`/api/v1/incidents/${id}/versions`).send({ base: 1, title: 'Taken over' }),
  'POST notes': ({ ask }: Asker, id: string) =>
    ask(world).post(`/api/v1/incidents/${id}/notes`).send({ note: 'I was here' }),
  'POST release': ({ ask }: Asker, id: string) =>
    ask(world).post(`/api/v1/incidents/${id}/release`).send({ version: 1 }),
  'POST withdrawal': ({ ask }: Asker, id: string) =>
    ask(world).post(`/api/v1/incidents/${id}/withdrawal`).send({ reason: 'not mine' }),
};

/** Everything of an answer but when it was given. */
const answer = ({ status, text, headers }: Response) => ({
  status,
  text,
  // The clock and the asker's own count of requests go on from one answer to the next, whatever it is.
  headers: { ...headers, date: undefined, ratelimit: undefined },
});

describe.each(Object.entries(routes))('%s', (name, ask) => {
  test.each(everyone.filter(({ organization }) => organization !== 'pkcert'))(
    'answers for a case of PKCERT as for nothing at all: $name',
    async (asker) => {
      const absent = answer(await ask(asker, UNKNOWN));
      expect(answer(await ask(asker, reported))).toEqual(absent);
      expect(answer(await ask(asker, own))).toEqual(absent);
      expect(answer(await ask(asker, 'no-id'))).toEqual(absent);
      if (name === 'GET incident') expect(absent.status).toBe(404);
      else expect([401, 403, 404]).toContain(absent.status);
    },
  );
});

describe('a case of PKCERT', () => {
  const ours = everyone.filter(({ organization, person }) => organization === 'pkcert' && person);

  test.each(ours)('is read by each of its people: $name', async ({ ask }) => {
    const { status, body } = await ask(world).get(`/api/v1/incidents/${reported}`);
    expect([status, body.id]).toEqual([200, reported]);
  });

  test('is not read by its systems, which have no use for drafts', async () => {
    expect((await world.withKey('pkcert').get(`/api/v1/incidents/${reported}`)).status).toBe(404);
  });

  test.each(ours)('is worked on by its analysts only: $name', async (asker) => {
    const status = asker.is.includes('analyst') ? 404 : 403;
    expect((await routes['POST notes'](asker, UNKNOWN)).status).toBe(status);
    expect((await routes['POST versions'](asker, UNKNOWN)).status).toBe(status);
  });

  test.each(ours)('is released and withdrawn by its releasers only: $name', async (asker) => {
    const status = asker.is.includes('releaser') ? 404 : 403;
    expect((await routes['POST release'](asker, UNKNOWN)).status).toBe(status);
    expect((await routes['POST withdrawal'](asker, UNKNOWN)).status).toBe(status);
  });
});

test.each(everyone)('the list of incidents shows no draft: $name', async ({ ask }) => {
  const { status, body } = await ask(world).get('/api/v1/incidents');
  expect([status, body]).toEqual([200, { scope: 'received', items: [], next: null }]);
});
