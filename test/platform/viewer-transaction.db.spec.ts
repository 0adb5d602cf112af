import { entities } from '../../src/entities';
import { asOperator } from '../../src/organizations';
import { createDataSource } from '../../src/platform/data-source';
import type { Viewer } from '../../src/platform/viewer';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { startWorld, type World } from '../cast';
import { startApplication } from '../cast/application';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
const viewer = (handle: 'pkcert' | 'dunmere'): Viewer => ({
  organizationId: world.organizations[handle],
  roles: [],
});

test('what goes on after its transaction has ended reaches nobody else’s', async () => {
  const transaction = world.app.get(ViewerTransaction, { strict: false });
  const sql = 'SELECT app.viewer_org() AS viewer, (SELECT count(*) FROM account) AS accounts';
  const { promise: gate, resolve: go } = Promise.withResolvers<void>();
  const late: Promise<unknown>[] = [];
  const asks: (() => Promise<unknown>)[] = [
    () => transaction.prepared(sql, []),
    () => transaction.query(sql),
    () => transaction.renewInstant(),
    () => Promise.resolve(transaction.viewer),
  ];
  const ended = transaction.run(viewer('dunmere'), () => {
    for (const ask of asks) late.push(gate.then(ask));
    return Promise.reject(new Error('refused'));
  });
  await expect(ended).rejects.toThrow('refused');
  const results = await transaction.run(viewer('pkcert'), () => {
    go();
    return Promise.allSettled(late);
  });
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
});

describe('where the database has another isolation by default', () => {
  const database = () => new URL(world.appUrl).pathname.slice(1);
  beforeAll(() =>
    world.owner.query(`ALTER DATABASE "${database()}" SET default_transaction_isolation = 'repeatable read'`),
  );
  const level = 'SHOW transaction_isolation';
  const committed = [{ transaction_isolation: 'read committed' }];

  test.each(['', '-c statement_timeout=60000', '-c default_transaction_isolation=serializable'])(
    'a viewer still sees what was committed before each statement; options=%s',
    async (options) => {
      const url = new URL(world.appUrl);
      if (options) url.searchParams.set('options', options);
      const app = await startApplication({ ...world, appUrl: url.toString() }, world.clock);
      const transaction = app.get(ViewerTransaction, { strict: false });
      expect(await transaction.run(viewer('pkcert'), () => transaction.query(level))).toEqual(committed);
      await app.close();
    },
  );

  test('the operator does, too', async () => {
    const owner = await createDataSource(world.ownerUrl, { entities }).initialize();
    const operator = { owner, clock: world.clock };
    const found = await asOperator(operator, world.organizations.pkcert, (transaction) =>
      transaction.query(level),
    );
    await owner.destroy();
    expect(found).toEqual(committed);
  });

  test('a transaction that does not is refused', async () => {
    const runner = world.owner.createQueryRunner();
    await runner.startTransaction('REPEATABLE READ');
    const entering = runner.query('SELECT app.enter(NULL, $1, NULL, NULL)', [world.organizations.pkcert]);
    await expect(entering).rejects.toThrow('not in repeatable read');
    await runner.rollbackTransaction();
    await runner.release();
  });
});
