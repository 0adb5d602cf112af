import { entities } from '../../../src/entities';
import { createDataSource } from '../../../src/platform/data-source';
import { expected } from '../sharing-world';
import { Naming } from '../named-world';

test('what one person owes for RED, no statement of others of her team comes across', async () => {
  const naming = await Naming.start();
  const { world, sharing } = naming;
  await sharing.inForce('cncert', 'PK-CN-NAMED', {
    information_types: [{ type: 'best_practice', tlp_ceiling: 'RED' }],
    obligations: { retention_days: 30 },
  });
  await naming.verify('cncert-duty-officer');
  const handling = { information_type: 'best_practice', ...naming.red('cncert-duty-officer') };
  await sharing.released('By name', handling);
  world.clock.advance(1000);
  const [item] = await naming.named(world.as('cncert-duty-officer'));
  await expected(200, world.as('cncert-duty-officer').get(item!.documents[0]!.href));
  const app = await createDataSource(world.appUrl, { entities }).initialize();
  const found = (team: 'pkcert' | 'cncert' | 'corvia', person: string) =>
    app.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('app.viewer_org', $1, true), set_config('app.viewer_person', $2, true)`,
        [world.organizations[team], person],
      );
      const counts: number[] = [];
      for (const table of ['obligation', 'obligation_live'])
        counts.push((await manager.query<object[]>(`SELECT 1 FROM ${table}`)).length);
      return counts;
    });
  const all = [
    await found('cncert', naming.account('cncert-duty-officer')),
    await found('pkcert', naming.account('pkcert-analyst')),
    await found('cncert', naming.account('cncert-liaison')),
    await found('corvia', naming.account('corvia-liaison')),
  ];
  await app.destroy();
  await world.close();
  expect(all).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
});
