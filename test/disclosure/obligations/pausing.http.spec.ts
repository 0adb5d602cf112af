import type { OwedView } from '../../../src/disclosure/obligations/obligation.view';
import { type World } from '../../cast';
import { expected } from '../sharing-world';
import { code, DAY, iso, PATH, Register } from './register-world';

let register: Register;
let world: World;
beforeEach(async () => {
  register = await Register.start();
  ({ world } = register);
});
afterEach(() => world.close());

test('a hold of who may hold stands the time still, and the other side disputes', async () => {
  await register.received();
  const { id, due_at } = await register.single(register.cn(), 'kind=destroy');
  expect(await code(register.pk().post(`${PATH}/${id}/holds`).send({ reason: 'A court.' }))).toEqual([
    403,
    'obligation/no-hold',
  ]);
  const until = new Date(world.clock.now().getTime() + 60 * DAY).toISOString();
  const held = (await expected(
    201,
    register.cn().post(`${PATH}/${id}/holds`).send({ reason: 'A court.', until }),
  )) as OwedView;
  expect(held).toMatchObject({ state: 'held', may: ['certify', 'resume'] });
  expect((await register.show(register.pk(), id)).facts[0]).toEqual(
    expect.objectContaining({ by: 'cncert', reason: 'A court.', until }),
  );
  expect(await code(register.pk().post(`${PATH}/${id}/disputes`).send({ reason: 'No.' }))).toEqual([
    409,
    'obligation/paused',
  ]);
  expect(await code(register.pk().post(`${PATH}/${id}/resumption`).send({ reason: 'No.' }))).toEqual([
    409,
    'obligation/not-paused',
  ]);
  const began = world.clock.now().getTime();
  world.clock.advance(40 * DAY);
  expect((await register.show(register.cn(), id)).state).toBe('held');
  await expected(201, register.cn().post(`${PATH}/${id}/resumption`).send({ reason: 'It is over.' }));
  const after = await register.show(register.pk(), id);
  expect(after.state).toBe('open');
  expect(Date.parse(after.due_at!) - Date.parse(due_at!)).toBe(world.clock.now().getTime() - began);
  world.clock.set(after.due_at!);
  expect((await register.show(register.pk(), id)).state).toBe('overdue');
});

test('a hold ends by itself at its instant, to the millisecond', async () => {
  await register.received();
  const { id } = await register.single(register.cn(), 'kind=destroy');
  const until = new Date(world.clock.now().getTime() + 5 * DAY);
  await expected(
    201,
    register.cn().post(`${PATH}/${id}/disputes`).send({ reason: 'Unclear.', until: until.toISOString() }),
  );
  world.clock.set(iso(until.getTime() - 1));
  expect((await register.show(register.pk(), id)).state).toBe('disputed');
  world.clock.advance(1);
  expect((await register.show(register.pk(), id)).state).toBe('open');
});
