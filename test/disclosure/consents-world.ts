import type { Response } from 'supertest';
import { advisoryWorld, Desk, label, PATH, trackingOf } from '../advisories/advisory-world';
import { invented } from '../advisories/csaf/documents';
import type { PersonKey, World } from '../cast';
import { expected } from './sharing-world';

export const EVIDENCE = 'ab'.repeat(32);
const LABELS = { information_type: 'threat_report', categories: ['other/other'], sectors: ['other'] };

export interface Consent {
  id: string;
  to: string;
  state: string;
  valid_until: string;
  counts_from: string | null;
  recorded_by: string;
  confirmed_by: string | null;
  revocation_reason: string | null;
}

/** PKCERT has imported documents of another publisher, and records what their source consents to. */
export class Consenting {
  readonly desk: Desk;
  private number = 0;
  private constructor(readonly world: World) {
    this.desk = new Desk(world);
  }

  /** PKCERT shares with CNCERT up to AMBER and with Corvia up to GREEN. */
  static async start(): Promise<Consenting> {
    return Consenting.in(await advisoryWorld());
  }

  /** The same in a world that is there. */
  static in(world: World): Consenting {
    return new Consenting(world);
  }

  /** @returns the id of an advisory of another publisher, with labels, in its second version */
  async imported(title: string, tlp: 'GREEN' | 'CLEAR' = 'GREEN'): Promise<string> {
    const tracking = trackingOf(`ELSEWHERE-${++this.number}`, 1);
    // What bears no label may be labelled CLEAR by who imports it, and is its source's all the same.
    const head = { ...(tlp === 'GREEN' ? label('GREEN') : {}), tracking, title };
    const { advisory } = await this.desk.import(invented('2.0', head));
    const handling = { ...LABELS, audience: { include: 'partners' }, ...(tlp === 'CLEAR' ? { tlp } : {}) };
    await expected(201, this.desk.change(advisory, { base: 1, handling }));
    return advisory;
  }

  /** An instant so many hours from now. */
  hours(many: number): string {
    return new Date(this.world.clock.now().getTime() + many * 3_600_000).toISOString();
  }

  record(id: string, body: object = {}, person: PersonKey = 'pkcert-liaison'): PromiseLike<Response> {
    return this.world
      .as(person)
      .post(`${PATH}/${id}/consents`)
      .send({
        source: 'Corvia CERT (invented)',
        to: 'partners',
        valid_until: this.hours(24),
        evidence_sha256: EVIDENCE,
        ...body,
      });
  }

  confirm(id: string, consent: string, person: PersonKey = 'pkcert-releaser'): PromiseLike<Response> {
    return this.world.as(person).post(`${PATH}/${id}/consents/${consent}/confirmation`).send();
  }

  revoke(id: string, consent: string, person: PersonKey = 'pkcert-liaison'): PromiseLike<Response> {
    const path = `${PATH}/${id}/consents/${consent}/revocation`;
    return this.world.as(person).post(path).send({ reason: 'The source says so.' });
  }

  /** A consent that two people have put on record. @returns its id */
  async counted(id: string, body: object = {}): Promise<string> {
    const { id: consent } = (await expected(201, this.record(id, body))) as Consent;
    await expected(201, this.confirm(id, consent));
    this.world.clock.advance(1000);
    return consent;
  }

  async list(id: string, query = ''): Promise<{ items: Consent[]; next: string | null }> {
    const answer = this.world.as('pkcert-analyst').get(`${PATH}/${id}/consents${query}`);
    return (await expected(200, answer)) as { items: Consent[]; next: string | null };
  }

  async released(id: string, toPublic = false): Promise<void> {
    await expected(201, this.desk.release(id, 2, toPublic));
    this.world.clock.advance(1000);
  }

  async titles(reader: 'cncert' | 'corvia' | 'public', query = ''): Promise<string[]> {
    const caller = reader === 'public' ? this.world.anonymous() : this.world.withKey(reader);
    const { items } = (await expected(200, caller.get(`${PATH}?limit=200${query}`))) as {
      items: { title: string }[];
    };
    return items.map(({ title }) => title).sort();
  }

  async pull(
    reader: 'cncert' | 'corvia' | 'public',
    cursor?: string,
  ): Promise<{ told: string[]; next: string }> {
    this.world.clock.advance(1000);
    const caller = reader === 'public' ? this.world.anonymous() : this.world.withKey(reader);
    const path = `/api/v1/feed?limit=200${cursor ? `&cursor=${cursor}` : ''}`;
    const { items, next } = (await expected(200, caller.get(path))) as {
      items: { event: string; item?: { title: string } }[];
      next: string;
    };
    return { told: items.map(({ event, item }) => `${event} ${item?.title ?? ''}`.trim()), next };
  }
}
