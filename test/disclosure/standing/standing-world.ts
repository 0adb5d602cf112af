import type { PersonKey } from '../../cast';
import { expected, Sharing } from '../sharing-world';

export const RULES = '/api/v1/standing-rules';
export const RELEASES = '/api/v1/standing-releases';
export const DAY = 86_400_000;

export interface Rule {
  id: string;
  state: string;
  last_day: number;
  released: number;
  partners: string[];
  confirmed_by: string | null;
}

/** PKCERT gives CNCERT and Corvia reports up to AMBER, and has two releasers who may let go beforehand what is routine. */
export class Routine {
  private constructor(readonly sharing: Sharing) {}

  static async start(): Promise<Routine> {
    const sharing = await Sharing.start();
    const types = { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }] };
    await sharing.inForce('cncert', 'PK-CN-ROUTINE', types);
    await sharing.inForce('corvia', 'PK-XC-ROUTINE', types);
    return new Routine(sharing);
  }

  get world() {
    return this.sharing.world;
  }

  /** What a rule says, with whatever else a test wants of it. */
  body(change: object = {}): object {
    return {
      ...{
        name: 'Daily reports',
        reason: 'They are the same every day.',
        information_types: ['threat_report'],
      },
      ...{ tlp_up_to: 'GREEN', partners: ['cncert'], per_day: 3 },
      expires_at: new Date(this.world.clock.now().getTime() + 30 * DAY).toISOString(),
      ...change,
    };
  }

  async proposed(change: object = {}, by: PersonKey = 'pkcert-senior-analyst'): Promise<Rule> {
    return (await expected(201, this.world.as(by).post(RULES).send(this.body(change)))) as Rule;
  }

  async inForce(change: object = {}): Promise<Rule> {
    const { id } = await this.proposed(change);
    const asked = this.world.as('pkcert-releaser').post(`${RULES}/${id}/confirmation`);
    return (await expected(201, asked)) as Rule;
  }

  async rule(id: string): Promise<Rule> {
    return (await expected(200, this.world.as('pkcert-auditor').get(`${RULES}/${id}`))) as Rule;
  }

  draft(title: string, handling: object = {}): Promise<string> {
    return this.sharing.draft(title, { audience: { include: ['cncert'] }, ...handling });
  }

  release(item: string, rule: string, by: PersonKey = 'pkcert-analyst', query = '') {
    return this.world
      .as(by)
      .post(`/api/v1/advisories/${item}/standing-release${query}`)
      .send({ version: 1, rule });
  }

  /** Gives a person other roles, which ends her sessions. */
  async roles(person: PersonKey, roles: string[]): Promise<void> {
    const account = this.world.people[person];
    await expected(
      200,
      this.world.as('pkcert-administrator').put(`/api/v1/accounts/${account}/roles`).send({ roles }),
    );
    this.world.clock.advance(1000);
  }

  /** Who has an item of this title in its list. */
  async having(title: string): Promise<string[]> {
    const found: string[] = [];
    for (const team of ['cncert', 'corvia', 'dunmere'] as const) {
      const { text } = await this.world.withKey(team).get('/api/v1/advisories');
      if (text.includes(title)) found.push(team);
    }
    return found;
  }
}
