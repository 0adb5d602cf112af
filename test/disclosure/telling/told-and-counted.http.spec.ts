import { entities } from '../../../src/entities';
import { createDataSource } from '../../../src/platform/data-source';
import type { World } from '../../cast';
import { Naming } from '../named-world';
import { expected, type Sharing } from '../sharing-world';
import { ago, HOUR, Telephone } from './telling-world';

interface Flow {
  versions: number;
  labels: { name: string; versions: number }[];
  types: { name: string; versions: number }[];
}
interface Report {
  shared: Flow;
  received: Flow;
}

let naming: Naming;
let sharing: Sharing;
let world: World;
let phone: Telephone;
beforeEach(async () => {
  naming = await Naming.start();
  ({ sharing } = naming);
  ({ world } = sharing);
  phone = new Telephone(sharing);
  world.clock.advance(1000);
});
afterEach(() => world.close());

const report = async (by: 'pkcert' | 'cncert', query = ''): Promise<Report> => {
  const counterpart = by === 'pkcert' ? 'cncert' : 'pkcert';
  const path = `/api/v1/agreements/PK-CN-RED/report?counterpart=${counterpart}&from=2026-01-01&until=2027-01-01${query}`;
  return (await expected(200, world.as(`${by}-liaison`).get(path))) as Report;
};

describe('a report counts what was told', () => {
  it('only where something let it go: whoever told the wrong team tells it nothing in figures', async () => {
    const secret = await sharing.released('Not for CNCERT', {
      information_type: 'incident_summary',
      audience: { include: ['corvia'] },
    });
    const ahead = new Date(world.clock.now().getTime() + 24 * HOUR).toISOString();
    const embargoed = await sharing.released('Not before tomorrow', { embargo_until: ahead });
    const red = await naming.share('For one person', 'cncert-duty-officer');
    world.clock.advance(1000);
    const before = [await report('cncert'), await report('pkcert')];
    for (const item of [secret, embargoed, red])
      expect(await phone.told({ item, person_name: 'Whoever answered' })).toMatchObject({
        authorised: false,
      });
    expect([await report('cncert'), await report('pkcert')]).toEqual(before);
    expect(before[0]!.received.versions).toBe(0);
  });

  it('from when it was written down: what was reported of an instant stays as it was', async () => {
    const item = await sharing.released('Told and written down late');
    world.clock.advance(HOUR);
    const told_at = ago(world, HOUR / 2);
    const at = world.clock.now().toISOString();
    const then = await report('cncert', `&at=${at}`);
    world.clock.advance(1000);
    expect(await phone.told({ item, told_at })).toMatchObject({ authorised: true });
    expect(await report('cncert', `&at=${at}`)).toEqual(then);
    expect((await report('cncert')).received.versions).toBe(1);
  });
});

it('is no disclosure that who was told reads, where nothing let it go', async () => {
  const secret = await sharing.released('Not for CNCERT', { audience: { include: ['corvia'] } });
  world.clock.advance(1000);
  const { disclosure } = await phone.told({ item: secret });
  const app = await createDataSource(world.appUrl, { entities }).initialize();
  const read = (organization: 'pkcert' | 'cncert') =>
    app.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.viewer_org', $1, true)`, [
        world.organizations[organization],
      ]);
      return manager.query<object[]>('SELECT id FROM disclosure WHERE id = $1', [disclosure]);
    });
  const found = [(await read('pkcert')).length, (await read('cncert')).length];
  await app.destroy();
  expect(found).toEqual([1, 0]);
});
