import type { Response } from 'supertest';
import type { PersonKey, World } from '../../cast';
import { Passing } from '../passing-world';
import { expected, LABELS, Sharing } from '../sharing-world';

export const PATH = '/api/v1/consent-requests';
const HOUR = 3_600_000;

export interface Shown {
  id: string;
  direction: string;
  from: string;
  to: string;
  item: { id: string; reference: string; type: string; title?: string };
  asked_reference: string;
  for?: { id: string; reference: string };
  scope: string;
  teams: string[];
  teams_in_words: string | null;
  why: string;
  until: string;
  answer_by: string;
  asked_by?: string;
  ended_by?: string;
  state: string;
  ended_at: string | null;
  consent: {
    scope: string;
    teams: string[];
    until: string;
    withdrawn_at: string | null;
    withdrawal_reason: string | null;
  } | null;
  refusal: { reason_code: string; reason: string | null; told: boolean } | null;
}

/**
 * CNCERT/CC gives to PKCERT and asks for its consent before anything goes on; PKCERT gives to Corvia and Dunmere what it
 * makes of it, and may pass on to its constituents.
 */
export class AskingConsent {
  private constructor(
    readonly world: World,
    readonly sharing: Sharing,
    readonly passing: Passing,
  ) {}

  static async start(grant: object = {}): Promise<AskingConsent> {
    const sharing = await Sharing.start();
    const { world } = sharing;
    const terms = { obligations: { onward_sharing: 'with_prior_written_consent' }, ...grant };
    const passing = await Passing.in(world, terms);
    await sharing.inForce('corvia', 'PK-XC');
    await sharing.inForce('dunmere', 'PK-XD');
    world.clock.advance(1000);
    return new AskingConsent(world, sharing, passing);
  }

  hours(many: number): string {
    return new Date(this.world.clock.now().getTime() + many * HOUR).toISOString();
  }

  /** What PKCERT calls what CNCERT/CC releases. */
  async received(title: string, handling: object = {}): Promise<string> {
    await this.passing.released(title, handling);
    return this.passing.idAt('pkcert', title);
  }

  /** An advisory of PKCERT's that holds what it received. */
  async derived(from: string, title: string, change: object = {}): Promise<string> {
    const handling = { ...LABELS, ...change };
    const body = { title, summary: 'Made of what another found.', derived_from: from, handling };
    const drafted = this.world.as('pkcert-analyst').post('/api/v1/advisories').send(body);
    return ((await expected(201, drafted)) as { id: string }).id;
  }

  body(item: string, change: object = {}): Record<string, unknown> {
    return {
      ...{ item, scope: 'partners', why: 'Our partners are hit by the same campaign.' },
      ...{ until: this.hours(48), answer_by: this.hours(24) },
      ...change,
    };
  }

  post(item: string, change: object = {}, person: PersonKey = 'pkcert-liaison'): PromiseLike<Response> {
    return this.world.as(person).post(PATH).send(this.body(item, change));
  }

  async ask(item: string, change: object = {}): Promise<string> {
    const { id } = (await expected(201, this.post(item, change))) as Shown;
    this.world.clock.advance(1000);
    return id;
  }

  step(
    id: string,
    step: 'consent' | 'refusal' | 'withdrawal' | 'closing',
    body: object = {},
    person: PersonKey = step === 'closing' ? 'pkcert-liaison' : 'cncert-liaison',
  ): PromiseLike<Response> {
    return this.world.as(person).post(`${PATH}/${id}/${step}`).send(body);
  }

  async consent(id: string, body: object = {}): Promise<Shown> {
    const shown = (await expected(201, this.step(id, 'consent', body))) as Shown;
    this.world.clock.advance(1000);
    return shown;
  }

  async show(id: string, person: PersonKey = 'pkcert-analyst'): Promise<Shown> {
    return (await expected(200, this.world.as(person).get(`${PATH}/${id}`))) as Shown;
  }

  async list(person: PersonKey, query = ''): Promise<{ items: Shown[]; next: string | null }> {
    const answer = this.world.as(person).get(`${PATH}?limit=200${query}`);
    return (await expected(200, answer)) as { items: Shown[]; next: string | null };
  }

  async released(id: string, version = 1, toPublic = false): Promise<void> {
    await expected(201, this.sharing.release(id, version, toPublic));
    this.world.clock.advance(1000);
  }

  /** What a team's feed told of what PKCERT gives it, from a cursor on. */
  async pull(team: 'corvia' | 'dunmere' | null, cursor?: string) {
    const { told, next } = await this.sharing.pull(team, cursor);
    return { told, next };
  }
}

export const codeOf = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { type?: string }).type ?? ''}`.trim();
