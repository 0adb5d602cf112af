import type { PersonKey, World } from '../../cast';
import { expected, Sharing } from '../sharing-world';

export const PATH = '/api/v1/information-requests';
const DAY = 86_400_000;

export interface Answer {
  id: string;
  reference: string;
  type: string;
  title?: string;
  answered_at?: string;
  answered_by?: string;
}
export interface Shown {
  id: string;
  direction: string;
  from: string;
  to: string;
  subject: string;
  details: string | null;
  open_until: string;
  state: string;
  ended_at: string | null;
  asked_by?: string;
  ended_by?: string;
  refusal: { reason_code: string; reason: string | null; told: boolean } | null;
  answers: Answer[];
}

/** CNCERT/CC asks PKCERT, which shares with it on request alone. */
export class Requests {
  private constructor(
    readonly sharing: Sharing,
    readonly world: World,
  ) {}

  static async start(grant: object = { need: 'on_request', reach_back: 'all' }): Promise<Requests> {
    const sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-CN-ASK', grant);
    return new Requests(sharing, sharing.world);
  }

  /** So many days from now. */
  ahead(days: number): string {
    return new Date(this.world.clock.now().getTime() + days * DAY).toISOString();
  }

  body(change: object = {}): Record<string, unknown> {
    return {
      to: 'pkcert',
      subject: 'Phishing of last week',
      details: 'Which banks?',
      open_until: this.ahead(10),
      ...change,
    };
  }

  async ask(change: object = {}, person: PersonKey = 'cncert-liaison'): Promise<string> {
    const { id } = (await expected(201, this.world.as(person).post(PATH).send(this.body(change)))) as Shown;
    this.later();
    return id;
  }

  async answer(request: string, item: string): Promise<Shown> {
    const posted = this.world.as('pkcert-releaser').post(`${PATH}/${request}/answers`).send({ item });
    const shown = (await expected(201, posted)) as Shown;
    this.later();
    return shown;
  }

  async refuse(request: string, change: object = {}): Promise<Shown> {
    const body = { reason_code: 'law', reason: 'A court forbids it.', tell_reason: false, ...change };
    const posted = this.world.as('pkcert-liaison').post(`${PATH}/${request}/refusal`).send(body);
    const shown = (await expected(201, posted)) as Shown;
    this.later();
    return shown;
  }

  async close(request: string): Promise<Shown> {
    const posted = this.world.as('cncert-duty-officer').post(`${PATH}/${request}/closing`).send({});
    const shown = (await expected(201, posted)) as Shown;
    this.later();
    return shown;
  }

  async show(request: string, person: PersonKey): Promise<Shown> {
    return (await expected(200, this.world.as(person).get(`${PATH}/${request}`))) as Shown;
  }

  /** What the requester's list of advisories holds, by title. */
  async listed(team: 'cncert' | 'corvia' = 'cncert'): Promise<{ id: string; title: string }[]> {
    const { items } = (await expected(200, this.world.withKey(team).get('/api/v1/advisories?limit=200'))) as {
      items: { id: string; title: string }[];
    };
    return items;
  }

  later(milliseconds = 1000): void {
    this.world.clock.advance(milliseconds);
  }

  /** The entries of kinds that begin with `request-`, as an auditor of a side exports them. */
  async told(auditor: PersonKey, filter = ''): Promise<{ kind: string; shared: object; own?: object }[]> {
    const { items } = (await expected(200, this.world.as(auditor).get('/api/v1/logs'))) as {
      items: { id: string }[];
    };
    const found: { kind: string; shared: object; own?: object }[] = [];
    for (const { id } of items) {
      const { text } = await this.world.as(auditor).get(`/api/v1/logs/${id}/entries?format=jsonl${filter}`);
      for (const line of text.split('\n').filter(Boolean))
        found.push(JSON.parse(line) as { kind: string; shared: object });
    }
    return found.filter(({ kind }) => kind.startsWith('request-'));
  }
}

/** CNCERT/CC asks PKCERT each of these. */
export async function askPkcert(world: World, open_until: string, ...subjects: string[]): Promise<void> {
  for (const subject of subjects) {
    const body = { to: 'pkcert', subject, open_until };
    await expected(201, world.as('cncert-liaison').post(PATH).send(body));
  }
}
