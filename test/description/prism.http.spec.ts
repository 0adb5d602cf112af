import { Differences, operations } from './differences';
import { type CastWorld, castWorld, playStory } from './played-world';
import { startProxy, type ValidatingProxy } from './proxy';

describe('the description and what is answered', () => {
  let world: CastWorld;
  let proxy: ValidatingProxy;
  const heard = new Differences();

  beforeAll(async () => {
    world = await castWorld();
    proxy = await startProxy(world.url, true);
  }, 60_000);
  afterAll(async () => {
    await proxy.stop();
    await world.close();
  });

  it('are the same through the whole story', async () => {
    const { failed } = await playStory(proxy.url, heard.hear);
    expect([...heard.found]).toEqual([]);
    expect(failed).toEqual([]);
  }, 120_000);

  it('are the same for every operation', () => {
    expect(operations.map(({ id }) => id).filter((id) => !heard.done.has(id))).toEqual([]);
  });
});
