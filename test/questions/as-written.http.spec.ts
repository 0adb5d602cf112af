import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { DECISIONS, Desk } from './asking';

let sharing: Sharing;
let world: World;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
});
afterAll(() => world.close());

test('an owner asks by any reference of its item: its own, a reader’s, and that of everybody', async () => {
  await sharing.inForce('cncert', 'PK-CN-REF');
  const item = await sharing.released('Everybody', { tlp: 'CLEAR' }, true);
  await sharing.pull('cncert');
  await sharing.pull('corvia');
  const references = await world.owner.query<{ reference: string }[]>(
    'SELECT reference FROM item_reference WHERE item_id = $1',
    [item],
  );
  expect(references.length).toBeGreaterThan(1);
  for (const { reference } of references) {
    const { status, body } = await new Desk(world).ask('explain', { item: reference, team: 'public' });
    expect([status, (body as { item?: string }).item]).toEqual([200, item]);
    // To anybody else it is no item of theirs.
    const others = await world.as('cncert-liaison').get(`${DECISIONS}/explain?item=${reference}&team=public`);
    expect(others.status).toBe(404);
  }
});

test('a clause is told as it was signed, whatever it looks like', async () => {
  const clause = world.organizations.dunmere;
  await sharing.inForce('corvia', 'PK-XC', { clause });
  const { bases } = await new Desk(world).explain(await sharing.released('S'), 'corvia');
  expect(bases.at(-1)!.verdicts.find(({ rule }) => rule === 'D-04')!.compared.clause).toBe(clause);
});
