import type { Caller, PersonKey } from '../cast';
import { expected, Sharing } from './sharing-world';

export const VERIFICATIONS = '/api/v1/duty-officer-verifications';
export const NAMED = '/api/v1/named-items';
export const YEAR = 365 * 86_400_000;

/** What a person is shown by name. */
export interface NamedItem {
  id: string;
  reference: string;
  title: string;
  version: number;
  documents: { href: string }[];
}

/** PKCERT's side of sharing RED with CNCERT by name. */
export class Naming {
  private constructor(readonly sharing: Sharing) {}

  /** With an agreement up to RED, and two duty officers of CNCERT. */
  static async start(): Promise<Naming> {
    const sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-CN-RED', {
      information_types: [
        { type: 'threat_report', tlp_ceiling: 'RED' },
        { type: 'incident_summary', tlp_ceiling: 'RED' },
      ],
    });
    const naming = new Naming(sharing);
    await naming.makeDutyOfficer('cncert-auditor');
    return naming;
  }

  get world() {
    return this.sharing.world;
  }
  account(person: PersonKey): string {
    return this.world.people[person];
  }
  private until(milliseconds: number): string {
    return new Date(this.world.clock.now().getTime() + milliseconds).toISOString();
  }

  async makeDutyOfficer(person: PersonKey): Promise<void> {
    await this.world.owner.query(
      `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', now()) ON CONFLICT DO NOTHING`,
      [this.account(person)],
    );
  }

  /** @returns the id of the verification */
  async verify(person: PersonKey, lasting = YEAR): Promise<string> {
    const body = { person: this.account(person), method: 'call_back', valid_until: this.until(lasting) };
    const { id } = (await expected(201, this.world.as('pkcert-liaison').post(VERIFICATIONS).send(body))) as {
      id: string;
    };
    return id;
  }

  async revoke(verification: string): Promise<void> {
    const path = `${VERIFICATIONS}/${verification}/revocation`;
    const body = { reason: 'Nobody answers.' };
    await expected(201, this.world.as('pkcert-duty-officer').post(path).send(body));
  }

  red(...persons: PersonKey[]) {
    return { tlp: 'RED', named_persons: persons.map((person) => this.account(person)) };
  }

  /** Shares RED with these by name. */
  async share(title: string, ...persons: PersonKey[]): Promise<string> {
    return this.sharing.released(title, this.red(...persons));
  }

  async named(caller: Caller): Promise<NamedItem[]> {
    return ((await expected(200, caller.get(`${NAMED}?limit=200`))) as { items: NamedItem[] }).items;
  }
  async titles(person: PersonKey): Promise<string[]> {
    return (await this.named(this.world.as(person))).map(({ title }) => title);
  }
}
