import { createOrganization, findOrganization, type NewOrganization } from '../../src/organizations';
import { houseLog, startWorld, type World } from '../cast';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const create = (wanted: NewOrganization) =>
  createOrganization({ owner: world.owner, clock: world.clock }, wanted);
const good: NewOrganization = { handle: 'arden', name: 'Arden CERT', kind: 'national-cert', country: 'XA' };

describe('an organization that the operator creates', () => {
  test('has a house log that begins with its creation', async () => {
    await create(good);
    const [first] = await houseLog(world, 'corvia');
    expect(first).toMatchObject({
      kind: 'organization/created',
      shared: { by: 'operator', handle: 'corvia', kind: 'national-cert' },
    });
  });

  test('takes the country of its parent', async () => {
    const made = await create({ handle: 'rail', name: 'Rail', kind: 'sectoral-cert', parent: 'pkcert' });
    expect(made.country).toBe('PK');
  });

  test('is refused with a handle that is taken', async () => {
    await expect(create({ ...good, handle: 'pkcert' })).rejects.toMatchObject({
      code: 'organization/handle-taken',
    });
  });

  test.each<[string, Partial<NewOrganization>]>([
    ['handle', { handle: 'Arden' }],
    ['name', { name: ' ' }],
    ['kind', { kind: 'public' as NewOrganization['kind'] }],
    ['country', { country: 'Arden' }],
    ['namespace', { namespace: 'http://arden.example' }],
    ['parent', { parent: 'pkcert' }],
    ['parent', { kind: 'sectoral-cert' }],
    ['parent', { kind: 'sectoral-cert', parent: 'itu' }],
    ['parent', { kind: 'sectoral-cert', parent: 'nobody' }],
  ])('is refused with a faulty %s: %j', async (field, fault) => {
    const wanted = { ...good, handle: 'fresh', ...fault };
    await expect(create(wanted)).rejects.toMatchObject({ code: 'invalid', errors: [{ field }] });
  });
});

test('the operator finds an organization by its handle, and never the public', async () => {
  const operator = { owner: world.owner, clock: world.clock };
  expect(await findOrganization(operator, 'itu')).toMatchObject({ kind: 'international-body' });
  await expect(findOrganization(operator, 'public')).rejects.toMatchObject({ status: 422 });
});
