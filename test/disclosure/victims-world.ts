import type { Response } from 'supertest';
import type { PersonKey, World } from '../cast';
import type { Consent } from './consents-world';
import { PartsWorld, part } from './parts-world';
import { expected, type Sharing } from './sharing-world';

export const EVIDENCE = 'cd'.repeat(32);

export const SEEN = part('What was seen', 'Beacons every ninety seconds, kwordseen.');
export const BANK = part('Which bank was hit', 'Invented Bank of Kwordbank', {
  tags: ['victim_identity'],
  victim: 'Bank',
});
export const CLINIC = part('Which clinic was hit', 'Invented Clinic Kwordclinic', {
  tags: ['victim_identity'],
  victim: 'Clinic',
});
export const UNNAMED = part('Who else was hit', 'Kwordelse', { tags: ['victim_identity'] });
export const ALL = [SEEN, BANK, CLINIC, UNNAMED];

/** PKCERT shares items that tell of victims, and records what these consent to. */
export class Victims {
  private constructor(readonly parts: PartsWorld) {}

  static async start(): Promise<Victims> {
    return new Victims(await PartsWorld.start());
  }

  get world(): World {
    return this.parts.world;
  }
  get sharing(): Sharing {
    return this.parts.sharing;
  }

  hours(many: number): string {
    return new Date(this.world.clock.now().getTime() + many * 3_600_000).toISOString();
  }

  record(item: string, body: object = {}, person: PersonKey = 'pkcert-analyst'): PromiseLike<Response> {
    const path = `/api/v1/advisories/${item}/victim-consents`;
    return this.world
      .as(person)
      .post(path)
      .send({
        ...{ victim: 'Bank', given_by: 'Its head of security (invented)', to: 'partners' },
        ...{ valid_until: this.hours(24), evidence_sha256: EVIDENCE },
        ...body,
      });
  }

  step(item: string, consent: string, step: 'confirmation' | 'revocation', person: PersonKey) {
    const path = `/api/v1/advisories/${item}/victim-consents/${consent}/${step}`;
    return this.world
      .as(person)
      .post(path)
      .send(step === 'revocation' ? { reason: 'The victim says so.' } : {});
  }

  /** A consent that two people have put on record. @returns its id */
  async counted(item: string, body: object = {}): Promise<string> {
    const { id } = (await expected(201, this.record(item, body))) as Consent;
    await expected(201, this.step(item, id, 'confirmation', 'pkcert-releaser'));
    return id;
  }

  /** The titles of the parts that a team reads of an advisory, and in which version. */
  async read(team: 'cncert' | 'corvia' | null, title: string): Promise<{ version: number; parts: string[] }> {
    const read = await this.parts.read(team, title);
    if (!read) throw new Error('It is not there.');
    return { version: read.version, parts: read.parts.map((one) => one.title) };
  }
}
