import { type PersonKey } from '../cast';
import { expected, Sharing } from './sharing-world';

export const EMERGENCIES = '/api/v1/emergency-releases';
export const REASON = 'The attack is running and nobody else can be reached.';
export interface Emergency {
  id: string;
  item: string;
  state: string;
  late: boolean;
  due_at: string;
  released_at: string;
  reaches: string[];
  left_out: string[];
  review: { verdict: string; by: string } | null;
}

/** PKCERT with three partners: one person alone lets CNCERT have up to GREEN, Dunmere up to AMBER, Corvia nothing. */
export class Alone {
  private constructor(readonly sharing: Sharing) {}

  static async start(): Promise<Alone> {
    const sharing = await Sharing.start();
    const types = { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }] };
    await sharing.inForce('cncert', 'PK-CN-ALONE', {
      ...types,
      emergency_release: { up_to: 'GREEN' },
      release_approval: [{ needs: 'duty_officer' }],
    });
    await sharing.inForce('corvia', 'PK-XC-NEVER', types);
    await sharing.inForce('dunmere', 'PK-XD-ALONE', { ...types, emergency_release: { up_to: 'AMBER' } });
    return new Alone(sharing);
  }

  release(item: string, by: PersonKey = 'pkcert-duty-officer', body: object = {}) {
    return this.sharing.world
      .as(by)
      .post(`/api/v1/advisories/${item}/emergency-release`)
      .send({ version: 1, reason: REASON, ...body });
  }

  async of(item: string): Promise<Emergency> {
    const asked = this.sharing.world.as('pkcert-auditor').get(`${EMERGENCIES}?item=${item}`);
    return ((await expected(200, asked)) as { items: Emergency[] }).items[0]!;
  }

  async released(title: string, handling: object = {}): Promise<Emergency> {
    const item = await this.sharing.draft(title, handling);
    await expected(201, this.release(item));
    return this.of(item);
  }

  review(id: string, by: PersonKey, how: 'confirmation' | 'withdrawal' = 'confirmation') {
    const asked = this.sharing.world.as(by).post(`${EMERGENCIES}/${id}/${how}`);
    return how === 'withdrawal' ? asked.send({ reason: 'It should not have gone.' }) : asked;
  }

  /** Who has an item of this title in its list. */
  async having(title: string): Promise<string[]> {
    const found: string[] = [];
    for (const team of ['cncert', 'corvia', 'dunmere'] as const) {
      const { text } = await this.sharing.world.withKey(team).get('/api/v1/advisories');
      if (text.includes(title)) found.push(team);
    }
    return found;
  }

  tick(): void {
    this.sharing.world.clock.advance(1000);
  }
}
