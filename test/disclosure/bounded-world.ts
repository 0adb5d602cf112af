import { createDataSource } from '../../src/platform/data-source';
import { emptyWorld } from '../cases/empty-world';
import type { GivenAgreement, GivenGrant, GivenItem, GivenTerms, GivenVersion } from '../cases/given-world';
import { startWorld, type World } from '../cast';
import { AskingAs } from './asking';
import { Witnesses } from './witnesses';

export const HOUR = 3_600_000;
export const NOON = Date.parse('2026-06-01T12:00:00Z');
export const ONE = NOON + HOUR;

/** The instant before, and the instant itself, of each. */
export const around = (...moments: number[]): number[] => moments.flatMap((one) => [one - 1, one]);

/** An item of one version, released an hour before noon to whom terms let it go. */
export const given = (
  owner: string,
  version: Partial<GivenVersion> = {},
  more: Partial<GivenItem> = {},
): GivenItem => ({
  owner,
  versions: [
    {
      ...{ tlp: 'GREEN', type: 'threat_report', categories: ['fraud/phishing'], sectors: ['banking'] },
      ...{ audience: 'any', exclude: [], embargo: null, released: NOON - HOUR, public: false },
      ...version,
    },
  ],
  withdrawn: null,
  ...more,
});

/** What one gives the other under terms that are in force from two hours before noon, unless they say otherwise. */
export const granted = (
  from: string,
  to: string,
  terms: Partial<GivenTerms> = {},
  grant: Partial<GivenGrant> = {},
): GivenAgreement => ({
  parties: [from, to],
  authority: null,
  terms: [
    {
      ...{
        approved: null,
        signed: [NOON - 3 * HOUR, NOON - 3 * HOUR],
        entered: NOON - 2 * HOUR,
        expires: null,
      },
      grants: [
        {
          ...{ from, to, types: [['threat_report', 'GREEN']], categories: 'any', sectors: 'any' },
          ...{ reachBack: 'all', ...grant },
        },
      ],
      ...terms,
    },
  ],
  ended: null,
  suspended: [],
});

/** A world that is emptied and given anew for each test, and who asks in it. */
export class BoundedWorld {
  private constructor(
    readonly world: World,
    readonly witnesses: Witnesses,
    readonly ask: AskingAs,
    readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<BoundedWorld> {
    const world = await startWorld();
    const app = await createDataSource(world.appUrl, { entities: [] }).initialize();
    return new BoundedWorld(world, new Witnesses(world), new AskingAs(app), async () => {
      await app.destroy();
      await world.close();
    });
  }

  async give(
    agreements: GivenAgreement[],
    items: GivenItem[],
    more: Partial<Parameters<Witnesses['given']['world']>[0]> = {},
  ): Promise<string[]> {
    await emptyWorld(this.world.owner);
    return this.witnesses.given.world({ agreements, items, stops: [], ...more });
  }
}
