import type { PersonKey, World } from '../../cast';
import type { Sharing } from '../sharing-world';
import { expected } from '../sharing-world';

export const TELLINGS = '/api/v1/tellings';
export const EXCEPTIONS = '/api/v1/exceptions';
export const HOUR = 3_600_000;

export interface Telling {
  id: string;
  team: string;
  person: string | null;
  item: string | null;
  version: number | null;
  what: string;
  tlp: string | null;
  late: boolean;
  encrypted: boolean;
  authorised: boolean;
  cited: { basis: string; agreement: string | null; clause: string | null } | null;
  reasons: { rule: string; agreement: string | null }[];
  obligations: { rule: string; value: unknown; due: string | null }[];
  disclosure: string | null;
  corrections: { text: string; not_told: boolean; by: string }[];
}
export interface LogEntry {
  kind: string;
  shared: Record<string, unknown>;
  content: Record<string, unknown> | null;
  own: Record<string, unknown> | null;
}

/** An instant so many milliseconds before the world's now. */
export const ago = ({ clock }: World, milliseconds: number): string =>
  new Date(clock.now().getTime() - milliseconds).toISOString();

/** PKCERT's people telling others what they know. */
export class Telephone {
  constructor(private readonly sharing: Sharing) {}
  get world(): World {
    return this.sharing.world;
  }

  ask(body: object, by: PersonKey = 'pkcert-duty-officer') {
    return this.world
      .as(by)
      .post(TELLINGS)
      .send({ to: 'cncert', how: 'call', told_at: ago(this.world, 0), ...body });
  }
  async told(body: object, by: PersonKey = 'pkcert-duty-officer'): Promise<Telling> {
    return (await expected(201, this.ask(body, by))) as Telling;
  }
  async rules(body: object): Promise<string[]> {
    return (await this.told(body)).reasons.map(({ rule }) => rule);
  }

  /** What the auditor of a side reads in all of her logs, of these kinds. */
  async entries(side: 'pkcert' | 'cncert', ...kinds: string[]): Promise<LogEntry[]> {
    const auditor = this.world.as(`${side}-auditor`);
    const { items } = (await expected(200, auditor.get('/api/v1/logs'))) as { items: { id: string }[] };
    const found: LogEntry[] = [];
    for (const { id } of items) {
      const { text } = await auditor.get(`/api/v1/logs/${id}/entries?format=jsonl`);
      for (const line of text.split('\n').filter(Boolean)) found.push(JSON.parse(line) as LogEntry);
    }
    return found.filter(({ kind }) => kinds.includes(kind));
  }
}
