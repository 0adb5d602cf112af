import type { World } from '../../cast';
import { expected } from '../sharing-world';
import { ago, Telephone } from '../telling/telling-world';
import { code, PATH, Register } from './register-world';

let register: Register;
let world: World;
beforeEach(async () => {
  register = await Register.start();
  ({ world } = register);
});
afterEach(() => world.close());

test('what is written down later of a telling enters no set that was met before', async () => {
  await register.received();
  const item = await register.sharing.released('Told meanwhile', { audience: { include: ['cncert'] } });
  world.clock.advance(10_000);
  const told_at = ago(world, 0);
  const { id } = await register.single(register.cn(), 'kind=acknowledge');
  world.clock.advance(1000);
  await expected(201, register.cn().post(`${PATH}/${id}/fulfilment`).send({}));
  const met = await register.show(register.pk(), id);
  expect([met.state, met.items]).toEqual(['met', 1]);
  world.clock.advance(1000);
  await new Telephone(register.sharing).told({ item, told_at });
  expect(await register.show(register.pk(), id)).toEqual(met);
});

test('a key that acknowledges receipt says of nothing that it is destroyed', async () => {
  await register.sharing.inForce('cncert', 'PK-CN-PLAIN', {
    information_types: [{ type: 'best_practice', tlp_ceiling: 'GREEN' }],
    obligations: { acknowledge_within: { minutes: 60 }, retention_days: 30 },
  });
  await register.sharing.released('Plain', { information_type: 'best_practice' });
  await register.pull();
  const destroy = await register.single(register.cn(), 'kind=destroy&agreement=PK-CN-PLAIN');
  const receipt = await register.single(register.cn(), 'kind=acknowledge&agreement=PK-CN-PLAIN');
  const made = { name: 'Receipts', scopes: ['acknowledge'], expires_at: '2026-09-01T00:00:00Z' };
  const issued = await expected(201, world.as('cncert-administrator').post('/api/v1/api-keys').send(made));
  const key = world.presenting(`Bearer ${(issued as { key: string }).key}`);
  expect(await code(key.post(`${PATH}/${destroy.id}/fulfilment`).send({}))).toEqual([
    403,
    'access/not-for-you',
  ]);
  expect((await key.post(`${PATH}/${receipt.id}/fulfilment`).send({})).status).toBe(201);
  expect((await register.show(register.pk(), destroy.id)).state).toBe('open');
});
