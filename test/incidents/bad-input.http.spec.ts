import { startWorld, type World } from '../cast';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';
import { AWARE, labels, work } from './case-work';

let world: World;
const ids = { report: '', case: '' };
beforeAll(async () => {
  world = await startWorld();
  const desk = work(world);
  const report = await desk.file();
  ids.report = report.id;
  ids.case = await desk.caseOf(report);
});
afterAll(() => world.close());

type Person = 'banking-analyst' | 'pkcert-analyst' | 'pkcert-releaser';
const routes: [Person, BodyRoute][] = [
  [
    'banking-analyst',
    {
      method: 'post',
      path: '/api/v1/reports',
      good: { title: 'Good', description: 'Good', aware_at: AWARE },
    },
  ],
  [
    'pkcert-analyst',
    { method: 'post', path: '/api/v1/reports/:report/answers', good: { status: 'closed', answer: 'Good' } },
  ],
  [
    'pkcert-analyst',
    {
      method: 'post',
      path: '/api/v1/incidents',
      good: { title: 'Good', summary: 'Good', details: 'Good', handling: labels('partners') },
    },
  ],
  [
    'pkcert-analyst',
    { method: 'post', path: '/api/v1/incidents/:case/versions', good: { base: 1, title: 'Good' } },
  ],
  ['pkcert-analyst', { method: 'post', path: '/api/v1/incidents/:case/notes', good: { note: 'Good' } }],
  [
    'pkcert-releaser',
    { method: 'post', path: '/api/v1/incidents/:case/release', good: { version: 1, public: false } },
  ],
  [
    'pkcert-releaser',
    { method: 'post', path: '/api/v1/incidents/:case/withdrawal', good: { reason: 'Good reason' } },
  ],
];
const at = (path: string) => path.replace(':report', ids.report).replace(':case', ids.case);

describe.each(routes)('%s posting $path', (person, route) => {
  const bodies = Object.entries(badBodies(route));
  // A note may be as long as that text, and is tried with a longer one below.
  const tried = bodies.filter(([name]) => !('note' in route.good && name === 'a long text in every field'));

  test.each(tried)('is refused %s', async (_, sent) => {
    const answer = await send(world.as(person), { ...route, path: at(route.path) }, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });
});
