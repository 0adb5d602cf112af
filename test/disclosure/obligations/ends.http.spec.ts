import { Jobs } from '../../../src/platform/jobs/jobs';
import { type Caller, type World } from '../../cast';
import { runJob } from '../run-job';
import { expected } from '../sharing-world';
import { DAY, Register } from './register-world';

let register: Register;
let world: World;
beforeEach(async () => {
  register = await Register.start();
  ({ world } = register);
});
afterEach(() => world.close());

test('the end of an agreement opens what follows it as of its instant, however late somebody looks', async () => {
  await register.received();
  await register.file(register.cn(), { kind: 'destruction_certificate' }); // what comes later is not certified
  world.clock.advance(1000);
  await register.received('Two');
  await register.sharing.end('PK-CN-OWES');
  const ended = world.clock.now().getTime();
  world.clock.advance(11 * DAY);
  const found = await register.single(register.pk(), 'side=owed_to_us&kind=return');
  expect(found).toMatchObject({
    state: 'overdue',
    opened_at: new Date(ended).toISOString(),
    due_at: new Date(ended + 10 * DAY).toISOString(),
    certificate: true,
  });
  expect((await register.single(register.cn(), 'kind=return')).id).toBe(found.id);
  const { met } = await register.file(register.cn(), { kind: 'destruction_certificate' });
  expect([met, await register.list(register.cn(), 'state=live&kind=return')]).toEqual([2, []]);
});

test('the end of an agreement opens nothing for what is certified as destroyed', async () => {
  await register.received();
  world.clock.advance(1000);
  await register.file(register.cn(), { kind: 'destruction_certificate' });
  await register.sharing.end('PK-CN-OWES');
  world.clock.advance(1000);
  expect(await register.list(register.cn(), 'kind=return')).toEqual([]);
});

test('what is overdue is told in one digest a day for each agreement and side, however often the job runs', async () => {
  await register.received();
  await register.received('Two');
  world.clock.advance(2 * DAY);
  await world.owner.query('DELETE FROM jobs.schedule');
  await world.app.get(Jobs).start({ polling: 0.5 });
  for (let run = 0; run < 3; run += 1) await runJob(world, 'digest-obligations');
  const digests = async (by: Caller) =>
    ((await expected(200, by.get('/api/v1/obligation-digests'))) as { items: object[] }).items;
  const [mine, theirs] = [await digests(register.cn()), await digests(register.pk())];
  expect(mine).toEqual([expect.objectContaining({ agreement: 'PK-CN-OWES', owed_by_us: 1, owed_to_us: 0 })]);
  expect(theirs).toEqual([
    expect.objectContaining({ agreement: 'PK-CN-OWES', owed_by_us: 0, owed_to_us: 1 }),
  ]);
  expect(await digests(world.as('corvia-liaison'))).toEqual([]);
  world.clock.advance(DAY);
  await runJob(world, 'digest-obligations');
  expect(await digests(register.cn())).toHaveLength(2);
});
