import type { PersonKey } from '../../src/cli/demo/cast';
import { expected, Sharing } from '../disclosure/sharing-world';

export const both = ['signatory', 'operating_cert'];
export const grant = (from: string, to: string, change: object = {}) => ({
  ...{ from, to, clause: 'Art. 1', categories: 'any', sectors: 'any', reach_back: 'none' },
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  ...change,
});

export interface Shown {
  state: { statements: string[]; in_force: boolean; in_force_until: string | null; superseded: boolean };
  supersedes: { agreement: string; transition: { kind: string; days: number | null } | null } | null;
  superseded_by: {
    agreement: string;
    transition: { kind: string; from: string; until: string; days: number };
  }[];
}

/** PKCERT’s side of sharing, with agreements that supersede others. */
export class Successions {
  private constructor(readonly sharing: Sharing) {}

  static async start(): Promise<Successions> {
    return new Successions(await Sharing.start());
  }

  async read(person: PersonKey, reference: string): Promise<Shown> {
    return (await expected(
      200,
      this.sharing.world.as(person).get(`/api/v1/agreements/${reference}`),
    )) as Shown;
  }

  async titles(team: 'cncert' | 'corvia' | 'dunmere'): Promise<string[]> {
    const { items } = (await expected(
      200,
      this.sharing.world.withKey(team).get('/api/v1/advisories?limit=200'),
    )) as {
      items: { title: string }[];
    };
    return items.map(({ title }) => title);
  }

  /** Drafts a successor and brings it to the last signature. @returns where its entry into force is recorded */
  async successor(
    reference: string,
    former: object,
    partner: 'cncert' | 'corvia' | 'dunmere',
    change: object,
  ): Promise<string> {
    const { world } = this.sharing;
    const pk = world.as('pkcert-liaison');
    const parties = ['pkcert', partner].map((organization) => ({ organization, roles: both }));
    const body = { reference, title: 'Successor', kind: 'mou', parties, supersedes: former };
    const terms = { grants: [grant('pkcert', partner, change)] };
    await expected(201, pk.post('/api/v1/agreements').send({ ...body, terms }));
    const path = `/api/v1/agreements/${reference}/terms/1`;
    await expected(201, pk.post(`${path}/submission`).send({}));
    for (const person of ['pkcert-liaison', `${partner}-liaison`] as const)
      await expected(201, world.as(person).post(`${path}/signatures`).send({}));
    return `${path}/entry-into-force`;
  }
}
