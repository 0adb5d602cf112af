import { NAMED, Naming } from '../disclosure/named-world';
import { expected, Sharing } from '../disclosure/sharing-world';

interface Me {
  directions: {
    direction: string;
    counterpart: string;
    flowed: { versions: number; last_at: string | null };
  }[];
}

let sharing: Sharing;
beforeAll(async () => {
  sharing = await Sharing.start();
});
afterAll(() => sharing.world.close());

describe('what flows', () => {
  it('has become known direction by direction: each version once, and for thirty days', async () => {
    await sharing.inForce('cncert', 'PK-CN-ME');
    await sharing.inForce('corvia', 'PK-XC-ME');
    const flowed = async (team: 'pkcert' | 'cncert' | 'corvia') =>
      ((await expected(200, sharing.world.withKey(team).get('/api/v1/me'))) as Me).directions.map(
        ({ direction, counterpart, flowed: { versions, last_at } }) => [
          direction,
          counterpart,
          versions,
          last_at !== null,
        ],
      );
    await sharing.released('First');
    await sharing.released('Second');
    expect(await flowed('pkcert')).toEqual([
      ['give', 'cncert', 0, false],
      ['give', 'corvia', 0, false],
    ]);
    await sharing.pull('cncert');
    await sharing.pull('cncert');
    expect(await flowed('cncert')).toEqual([['receive', 'pkcert', 2, true]]);
    expect(await flowed('corvia')).toEqual([['receive', 'pkcert', 0, false]]);
    expect(await flowed('pkcert')).toEqual([
      ['give', 'cncert', 2, true],
      ['give', 'corvia', 0, false],
    ]);
    sharing.world.clock.advance(30 * 86_400_000);
    expect(await flowed('cncert')).toEqual([['receive', 'pkcert', 0, false]]);
  });
});

it('tells of TLP:RED to its owner and to whom it names, and to nobody else of her team', async () => {
  const naming = await Naming.start();
  const { world } = naming;
  try {
    await naming.verify('cncert-duty-officer');
    await naming.share('Names of the victims', 'cncert-duty-officer');
    await expected(200, world.as('cncert-duty-officer').get(NAMED));
    const flowed = async (caller: ReturnType<typeof world.as>) =>
      ((await expected(200, caller.get('/api/v1/me'))) as Me).directions.map(
        ({ flowed: { versions, last_at } }) => [versions, last_at !== null],
      );
    expect(await flowed(world.as('cncert-duty-officer'))).toEqual([[1, true]]);
    expect(await flowed(world.as('pkcert-liaison'))).toEqual([[1, true]]);
    const others = [world.as('cncert-liaison'), world.as('cncert-auditor'), world.withKey('cncert')];
    for (const other of others) expect(await flowed(other)).toEqual([[0, false]]);
  } finally {
    await world.close();
  }
});
