import type { Response } from 'supertest';
import { startWorld, type World, type WorldOptions } from '../cast';

export const LABELS = {
  tlp: 'GREEN',
  information_type: 'threat_report',
  categories: ['fraud/phishing'],
  sectors: ['banking'],
  audience: { include: 'partners' },
};

/** What PKCERT gives a partner, unless told otherwise. */
export const grant = (to: string, change: object) => ({
  from: 'pkcert',
  to,
  clause: 'Art. 1',
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  categories: 'any',
  sectors: 'any',
  reach_back: 'none',
  ...change,
});

/** What a test wants of a request: its answer, or a failure that says what came instead. */
export async function expected(status: number, request: PromiseLike<Response>): Promise<Response['body']> {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer.body;
}

/** CNCERT's few people draft and release from then on. */
export async function staffCncert(world: World): Promise<void> {
  for (const [person, roles] of [
    ['cncert-liaison', ['liaison', 'analyst']],
    ['cncert-duty-officer', ['duty-officer', 'releaser']],
  ] as const)
    await expected(
      200,
      world.as('cncert-administrator').put(`/api/v1/accounts/${world.people[person]}/roles`).send({ roles }),
    );
  world.clock.advance(1000);
}

/** What a pull told, and the cursor to go on from. */
export interface Pulled {
  told: string[];
  next: string;
  more: boolean;
}

/** PKCERT's side of sharing, over HTTP. */
export class Sharing {
  private constructor(readonly world: World) {}

  static async start(options: WorldOptions = {}): Promise<Sharing> {
    return new Sharing(await startWorld(options));
  }

  static in(world: World): Sharing {
    return new Sharing(world);
  }

  /** Drafts terms between PKCERT and a partner up to the last signature, which is the partner's. */
  async unsigned(
    partner: 'cncert' | 'corvia' | 'dunmere',
    reference: string,
    change: object = {},
    terms: object = {},
  ): Promise<string> {
    const both = ['signatory', 'operating_cert'];
    const pk = this.world.as('pkcert-liaison');
    await expected(
      201,
      pk.post('/api/v1/agreements').send({
        reference,
        title: 'Agreement of a test',
        kind: 'mou',
        parties: [
          { organization: 'pkcert', roles: both },
          { organization: partner, roles: both },
        ],
        terms: { grants: [grant(partner, change)], ...terms },
      }),
    );
    const path = `/api/v1/agreements/${reference}/terms/1`;
    await expected(201, pk.post(`${path}/submission`).send({}));
    await expected(201, pk.post(`${path}/signatures`).send({}));
    return path;
  }

  async inForce(
    partner: 'cncert' | 'corvia' | 'dunmere',
    reference: string,
    change: object = {},
    terms: object = {},
  ): Promise<void> {
    const path = await this.unsigned(partner, reference, change, terms);
    await expected(201, this.world.as(`${partner}-liaison`).post(`${path}/signatures`).send({}));
    await expected(201, this.world.as('pkcert-liaison').post(`${path}/entry-into-force`).send({}));
  }

  /** Proposes, signs and brings into force the next terms. */
  async amend(
    partner: 'cncert' | 'corvia' | 'dunmere',
    reference: string,
    number: number,
    change: object,
  ): Promise<void> {
    const [pk, other] = [this.world.as('pkcert-liaison'), this.world.as(`${partner}-liaison`)];
    await expected(
      201,
      pk.post(`/api/v1/agreements/${reference}/terms`).send({ grants: [grant(partner, change)] }),
    );
    const path = `/api/v1/agreements/${reference}/terms/${number}`;
    await expected(201, pk.post(`${path}/submission`).send({}));
    await expected(201, pk.post(`${path}/signatures`).send({}));
    await expected(201, other.post(`${path}/signatures`).send({}));
    await expected(201, pk.post(`${path}/entry-into-force`).send({}));
  }

  async draft(title: string, handling: object = {}): Promise<string> {
    const body = { title, summary: 'Of a test.', handling: { ...LABELS, ...handling } };
    return (
      (await expected(201, this.world.as('pkcert-analyst').post('/api/v1/advisories').send(body))) as {
        id: string;
      }
    ).id;
  }

  release(id: string, version = 1, toPublic = false): PromiseLike<Response> {
    return this.world
      .as('pkcert-releaser')
      .post(`/api/v1/advisories/${id}/release`)
      .send({ version, public: toPublic });
  }

  async released(title: string, handling: object = {}, toPublic = false): Promise<string> {
    const id = await this.draft(title, handling);
    await expected(201, this.release(id, 1, toPublic));
    return id;
  }

  /** PKCERT stops what goes to a partner at once. */
  async stop(partner: string): Promise<string> {
    const duty = this.world.as('pkcert-duty-officer');
    const { id } = (await expected(
      201,
      duty.post('/api/v1/stops').send({ to: partner, reason: 'Of a test.' }),
    )) as { id: string };
    return id;
  }

  /** PKCERT suspends an agreement. */
  async suspend(reference: string): Promise<string> {
    const path = `/api/v1/agreements/${reference}/suspensions`;
    const { pauses } = (await expected(
      201,
      this.world.as('pkcert-liaison').post(path).send({ reason: 'Of a test.' }),
    )) as { pauses: { id: string; kind: string; open: boolean }[] };
    return pauses.find(({ kind, open }) => kind === 'suspension' && open)!.id;
  }

  async end(reference: string): Promise<void> {
    const path = `/api/v1/agreements/${reference}/end`;
    await expected(201, this.world.as('pkcert-liaison').post(path).send({ reason: 'Of a test.' }));
  }

  async resume(pause: string): Promise<void> {
    const path = `/api/v1/pauses/${pause}/resumption`;
    await expected(201, this.world.as('pkcert-duty-officer').post(path).send({ reason: 'Over.' }));
    await expected(201, this.world.as('pkcert-liaison').post(`${path}/confirmation`).send({}));
  }

  async withdraw(id: string): Promise<void> {
    const path = `/api/v1/advisories/${id}/withdrawal`;
    await expected(201, this.world.as('pkcert-releaser').post(path).send({ reason: 'It was wrong.' }));
  }

  /** Releases a second version that no terms admit. */
  async narrow(id: string): Promise<void> {
    const change = { base: 1, handling: { tlp: 'AMBER' } };
    await expected(
      201,
      this.world.as('pkcert-analyst').post(`/api/v1/advisories/${id}/versions`).send(change),
    );
    await expected(201, this.release(id, 2));
  }

  /** What a pull tells, in the feed's order, as `added Title`; the cursor to go on from stands at the end. */
  async pull(
    team: 'cncert' | 'corvia' | 'dunmere' | 'itu' | null,
    cursor?: string,
    later = 1000,
    limit = 1000,
    purpose?: string,
  ): Promise<Pulled> {
    // Time goes on between what was done and who asks for it.
    this.world.clock.advance(later);
    const caller = team ? this.world.withKey(team) : this.world.anonymous();
    const page = (await expected(200, caller.get('/api/v1/feed').query({ limit, cursor, purpose }))) as {
      items: { event: string; notice?: string; item?: { title: string } }[];
      next: string;
      more: boolean;
    };
    return {
      told: page.items.map(({ event, notice, item }) => `${event} ${notice ?? item?.title ?? ''}`.trim()),
      next: page.next,
      more: page.more,
    };
  }
}
