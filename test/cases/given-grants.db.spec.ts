import { startWorld, type World } from '../cast';
import { Witnesses } from '../disclosure/witnesses';
import { emptyWorld } from './empty-world';
import type { GivenWorld } from './given-world';

const NOON = Date.parse('2026-06-01T12:00:00Z');

describe('the tables take a grant only between operating CERTs of its agreement', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const worldWith = (from: string, to: string): GivenWorld => {
    const { pkcert, cncert, moitt } = world.organizations;
    return {
      agreements: [
        {
          parties: [pkcert, cncert],
          authority: moitt,
          terms: [
            {
              approved: NOON,
              signed: [NOON, NOON],
              entered: NOON,
              expires: null,
              grants: [
                {
                  ...{ from, to, types: [['threat_report', 'GREEN']], categories: 'any', sectors: 'any' },
                  reachBack: 'none',
                },
              ],
            },
          ],
          ended: null,
          suspended: [],
        },
      ],
      items: [],
      stops: [],
    };
  };

  it.each([
    ['pkcert', 'cncert', true],
    ['cncert', 'pkcert', true],
    ['pkcert', 'corvia', false],
    ['corvia', 'cncert', false],
    ['moitt', 'cncert', false],
    ['dunmere', 'corvia', false],
  ] as const)('from %s to %s: %s', async (from, to, taken) => {
    const { [from]: one, [to]: other } = world.organizations;
    await emptyWorld(world.owner);
    const writing = new Witnesses(world).given.world(worldWith(one, other));
    if (taken) await writing;
    else await expect(writing).rejects.toThrow('A grant is between two operating CERTs of its terms.');
  });
});
