import type { Response } from 'supertest';
import { type Caller, startWorld, type World } from '../cast';
import { expected, LABELS, staffCncert } from './sharing-world';

export const PASSING_ON = '/api/v1/passing-on';
export type Constituent = 'banking' | 'energy' | 'telecom';
export type Team = Constituent | 'pkcert' | 'cncert' | 'corvia';

export interface PassingReport {
  item: string;
  passed_on: number;
  already: number;
  refused: number;
  results: {
    to: string;
    outcome: string;
    id: string | null;
    problem: { type: string; detail: string; rule: string | null } | null;
  }[];
  effect?: { teams: { team: string; gets: { items: object[] }; loses: { items: object[] } }[] };
}

/** CNCERT gives to PKCERT, which passes on to its constituents; AMBER reaches the banking CERT alone. */
export class Passing {
  private constructor(readonly world: World) {}

  /** @param grant what is different in the one grant */
  static async start(grant: object = {}): Promise<Passing> {
    return Passing.in(await startWorld(), grant);
  }

  /** The same in a world that is there. */
  static async in(world: World, grant: object = {}): Promise<Passing> {
    const passing = new Passing(world);
    await staffCncert(world);
    await passing.inForce('CN-PK', grant);
    return passing;
  }

  async inForce(reference: string, grant: object = {}): Promise<void> {
    await this.signed(reference, grant);
    await this.enter(reference);
  }

  async enter(reference: string): Promise<void> {
    const path = `/api/v1/agreements/${reference}/terms/1/entry-into-force`;
    await expected(201, this.world.as('cncert-liaison').post(path).send({}));
  }

  /** Signed by both, and not in force yet. */
  async signed(reference: string, grant: object = {}): Promise<void> {
    const both = ['signatory', 'operating_cert'];
    const [cn, pk] = [this.world.as('cncert-liaison'), this.world.as('pkcert-liaison')];
    const terms = {
      corrections: 'allowed',
      grants: [
        {
          from: 'cncert',
          to: 'pkcert',
          clause: 'Art. 4',
          information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER+STRICT' }],
          categories: 'any',
          sectors: 'any',
          reach_back: 'none',
          amber_reach: ['banking'],
          ...grant,
        },
      ],
    };
    const parties = ['cncert', 'pkcert'].map((organization) => ({ organization, roles: both }));
    const body = { reference, title: 'Agreement of a test', kind: 'mou', parties, terms };
    await expected(201, cn.post('/api/v1/agreements').send(body));
    const path = `/api/v1/agreements/${reference}/terms/1`;
    await expected(201, cn.post(`${path}/submission`).send({}));
    await expected(201, cn.post(`${path}/signatures`).send({}));
    await expected(201, pk.post(`${path}/signatures`).send({}));
  }

  /** CNCERT releases an advisory. @returns its own id of it */
  async released(title: string, handling: object = {}, toPublic = false): Promise<string> {
    const body = { title, summary: 'Of a test.', handling: { ...LABELS, ...handling } };
    const drafted = this.world.as('cncert-liaison').post('/api/v1/advisories').send(body);
    const { id } = (await expected(201, drafted)) as { id: string };
    await this.release(id, 1, toPublic);
    return id;
  }

  async release(id: string, version: number, toPublic = false): Promise<void> {
    const releaser = this.world.as('cncert-duty-officer');
    const path = `/api/v1/advisories/${id}/release`;
    await expected(201, releaser.post(path).send({ version, public: toPublic }));
    this.world.clock.advance(1000);
  }

  /** What a team's list shows, by title. */
  async listed(team: Team, query = ''): Promise<Map<string, string>> {
    const { items } = (await expected(
      200,
      this.world.withKey(team).get(`/api/v1/advisories?limit=200${query}`),
    )) as { items: { id: string; title: string }[] };
    return new Map(items.map(({ id, title }) => [title, id]));
  }

  /** The id that a team knows an advisory by. */
  async idAt(team: Team, title: string): Promise<string> {
    const id = (await this.listed(team)).get(title);
    if (id === undefined) throw new Error(`${team} is not shown "${title}".`);
    return id;
  }

  /** What a team's feed tells, from a cursor on. */
  async pull(team: Team, cursor?: string): Promise<{ told: string[]; next: string; text: string }> {
    this.world.clock.advance(1000);
    const path = `/api/v1/feed?limit=200${cursor ? `&cursor=${cursor}` : ''}`;
    const answer = await this.world.withKey(team).get(path);
    const { items, next } = answer.body as {
      items: { event: string; notice?: string; item?: { title: string } }[];
      next: string;
    };
    const told = items.map(({ event, notice, item }) => `${event} ${notice ?? item?.title ?? ''}`.trim());
    return { told, next, text: answer.text };
  }

  post(body: object, by: Caller = this.world.as('pkcert-releaser'), query = ''): PromiseLike<Response> {
    return by.post(`${PASSING_ON}${query}`).send(body);
  }

  /** PKCERT passes on what it knows under a title. */
  async passOn(title: string, ...to: Constituent[]): Promise<PassingReport> {
    const item = await this.idAt('pkcert', title);
    const report = (await expected(200, this.post({ item, to }))) as PassingReport;
    this.world.clock.advance(1000);
    return report;
  }

  /** The same where it has to go well. @returns the ids of the passings-on */
  async passedOn(title: string, ...to: Constituent[]): Promise<string[]> {
    const { passed_on, results } = await this.passOn(title, ...to);
    if (passed_on !== to.length) throw new Error(`Not all passed on: ${JSON.stringify(results)}`);
    return results.map(({ id }) => id!);
  }

  async end(id: string): Promise<void> {
    const releaser = this.world.as('pkcert-releaser');
    await expected(201, releaser.post(`${PASSING_ON}/${id}/end`).send({ reason: 'Of a test.' }));
    this.world.clock.advance(1000);
  }
}
