import type { AgreementView } from '../../src/agreements';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import type { PersonKey, World } from '../cast';
import { chunksOf, match } from './matching';
import { expected, Sharing } from './sharing-world';
import { Witnesses } from './witnesses';

/** Terms between PKCERT and Dunmere that reach back to all, and meet what was released one version at a time. */
export class MatchingWorld {
  readonly world: World;
  private readonly witnesses: Witnesses;
  private constructor(readonly sharing: Sharing) {
    this.world = sharing.world;
    this.witnesses = new Witnesses(sharing.world);
  }

  static async start(options: Parameters<typeof Sharing.start>[0] = {}): Promise<MatchingWorld> {
    const matching = new MatchingWorld(await Sharing.start(options));
    await chunksOf(1, matching.world);
    return matching;
  }

  /** Signed by both: the first version is matched. */
  async signed(reference: string): Promise<AgreementView> {
    const path = await this.sharing.unsigned('dunmere', reference, { reach_back: 'all' });
    const signature = this.world.as('dunmere-liaison').post(`${path}/signatures`).send({});
    return (await expected(201, signature)) as AgreementView;
  }

  async enter(reference: string): Promise<void> {
    this.world.clock.advance(1000);
    const path = `/api/v1/agreements/${reference}/terms/1/entry-into-force`;
    await expected(201, this.world.as('pkcert-liaison').post(path).send({}));
  }

  /** Goes on by one version. */
  async chunk(): Promise<void> {
    const cutOff = new Error('Cut off.');
    await match(this.world, {
      progress: () => {
        throw cutOff;
      },
    }).catch((error: unknown) => {
      if (error !== cutOff) throw error;
    });
  }

  /** How far a person is told that it has come. */
  async told(reference: string, person: PersonKey = 'pkcert-liaison') {
    const { body, headers } = await this.world.as(person).get(`/api/v1/agreements/${reference}`).expect(200);
    const [terms] = (body as AgreementView).terms;
    return { matching: terms!.matching, etag: headers.etag };
  }

  /** Titles of PKCERT's items that Dunmere sees; visible() and decide() agree on all readers, and nothing is left to make. */
  async seen(): Promise<string[]> {
    const { owner, organizations, clock } = this.world;
    const at = clock.now().getTime();
    for (const reader of [...Object.values(organizations), PUBLIC_TEAM])
      expect(await this.witnesses.visible(reader, at)).toEqual(await this.witnesses.decided(reader, at));
    const rows = await owner.query<{ title: string }[]>(
      `SELECT v.title FROM app.visible_of($1, $2, $3) s JOIN item_version v ON v.id = s.item_version_id`,
      [organizations.dunmere, organizations.pkcert, clock.now()],
    );
    return rows.map(({ title }) => title).sort();
  }

  /** How many entitlements are missing of what the static rules admit. */
  async missing(originator = this.world.organizations.pkcert): Promise<number> {
    const [{ made }] = await this.world.owner.query<[{ made: string }]>(
      'SELECT app.entitle($1, NULL, NULL, $2) AS made',
      [originator, this.world.clock.now()],
    );
    return Number(made);
  }
}
