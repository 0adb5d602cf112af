import { askingViewer } from '../../src/cli/asking-viewer';
import { startWorld, type World } from '../cast';

describe('in whose name the operator asks', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  const liaison = 'liaison@pkcert.example';

  it('is a person who may ask herself', async () => {
    const { organizationId, roles } = await askingViewer(world.ownerUrl, liaison);
    expect([organizationId, roles]).toEqual([world.organizations.pkcert, ['liaison']]);
  });

  it.each(['analyst@pkcert.example', 'nobody@pkcert.example'])('is not %s', async (email) => {
    await expect(askingViewer(world.ownerUrl, email)).rejects.toMatchObject({ status: 422 });
  });

  it('is nobody who has left', async () => {
    await world.owner.query(
      "INSERT INTO account_departure SELECT id, now(), id, 'left' FROM account WHERE email = $1",
      [liaison],
    );
    await expect(askingViewer(world.ownerUrl, liaison)).rejects.toMatchObject({ status: 422 });
  });
});
