import type { Caller } from '../../src/platform/access';
import { everyone, expectedRefusal, startWorld, type World } from '../cast';

type Route = [method: 'get' | 'post' | 'put' | 'delete', path: string, declared: Caller[], status: number];

const path = '/api/v1/organizations/nobody-at-all';
const absent = '0b9e4c1a-0000-4000-8000-000000000000';
/** Routes about an organization, for whom they are, and what those are told who ask for one that is not there. */
const routes: Route[] = [
  ['get', `${path}/profile`, ['person', 'api-key'], 404],
  ['put', `${path}/profile`, ['administrator'], 422],
  ['get', `${path}/profile/versions`, ['person'], 404],
  ['get', `${path}/contacts`, ['person', 'api-key'], 404],
  ['post', `${path}/contacts`, ['administrator'], 422],
  ['put', `${path}/contacts/${absent}`, ['administrator'], 422],
  ['delete', `${path}/contacts/${absent}`, ['administrator'], 404],
  ['get', `${path}/contacts/${absent}/versions`, ['person'], 404],
  ['get', `${path}/contacts/${absent}/verifications`, ['person'], 404],
  ['post', `${path}/contacts/${absent}/verifications`, ['administrator', 'liaison', 'duty-officer'], 422],
  ['get', `${path}/keys`, ['person', 'api-key'], 404],
  ['post', `${path}/keys`, ['administrator'], 422],
  ['get', `${path}/keys/${'AB'.repeat(20)}`, ['person', 'api-key'], 404],
  ['delete', `${path}/keys/${'AB'.repeat(20)}`, ['administrator'], 404],
  ['get', `${path}/constituents`, ['person', 'api-key'], 404],
  ['get', `${path}/names`, ['person', 'api-key'], 404],
  ['put', `${path}/namespace`, ['administrator'], 422],
];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each(routes)('%s %s', (method, route, declared, status) => {
  test.each(everyone)(`is for ${declared.join(', ')}: $name`, async (asker) => {
    const answer = await asker.ask(world)[method](route);
    expect(answer.status).toBe(expectedRefusal(asker, declared) ?? status);
  });
});
