import fs from 'node:fs';
import { startWorld, type World } from '../cast';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => jest.restoreAllMocks());

describe('the page that browses the API', () => {
  it.each(['/api', '/api/swagger-ui.css', '/api/swagger-ui-bundle.js'])('is served: %s', async (path) => {
    expect((await world.anonymous().get(path)).status).toBe(200);
  });

  it('has files on the disk, for which no request of the web API looks', async () => {
    const looked = jest.spyOn(fs, 'stat');
    await world.anonymous().get('/api/swagger-ui.css');
    expect(looked).toHaveBeenCalled();
    looked.mockClear();
    const { status } = await world.as('pkcert-analyst').get('/api/v1/me/identity');
    expect([status, looked.mock.calls]).toEqual([200, []]);
  });
});
