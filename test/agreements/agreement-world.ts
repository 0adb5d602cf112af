import type { Response } from 'supertest';
import type { PersonKey, World } from '../cast';

export const EVIDENCE = 'ab'.repeat(32);

/** A grant of the invented memorandum, unless told otherwise. */
export const grant = (from: string, to: string, change: object = {}) => ({
  from,
  to,
  clause: 'Art. 4(1)',
  information_types: [
    { type: 'threat_report', tlp_ceiling: 'AMBER' },
    { type: 'indicator', tlp_ceiling: 'GREEN' },
  ],
  categories: ['vulnerable', 'malicious-code/c2-server'],
  sectors: 'any',
  reach_back: 'none',
  ...change,
});

export const terms = (change: object = {}) => ({
  grants: [grant('pkcert', 'cncert'), grant('cncert', 'pkcert')],
  ...change,
});

/** The memorandum of the invented world: drafted and signed by the ministry, approved by a cabinet without sign-in. */
export const memorandum = (reference: string, change: object = {}) => ({
  reference,
  title: 'Memorandum on cyber-security cooperation (invented)',
  kind: 'mou',
  parties: [
    { organization: 'moitt', roles: ['signatory', 'approving_authority'] },
    { organization: 'pkcert', roles: ['operating_cert'] },
    { organization: 'cncert', roles: ['signatory', 'operating_cert'] },
    { organization: 'itu', roles: ['observer'] },
  ],
  terms: terms(),
  ...change,
});

export const cabinet = {
  party: 'moitt',
  on_behalf_of: 'Federal Cabinet (invented)',
  evidence_sha256: EVIDENCE,
  effective_at: '2026-02-10T09:00:00Z',
};

interface Fact {
  id: string;
  kind: string;
  terms_version: number | null;
}

/** Asks for changes of one agreement, and fails on any answer that is not the expected one. */
export class Instrument {
  constructor(
    readonly world: World,
    readonly reference: string,
  ) {}

  async draft(change: object = {}): Promise<this> {
    const answer = await this.world
      .as('moitt-liaison')
      .post('/api/v1/agreements')
      .send(memorandum(this.reference, change));
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return this;
  }

  async post(person: PersonKey, path: string, body: object = {}): Promise<Response> {
    return this.world.as(person).post(`/api/v1/agreements/${this.reference}/${path}`).send(body);
  }

  async done(person: PersonKey, path: string, body: object = {}): Promise<Response['body']> {
    const answer = await this.post(person, path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  async read(person: PersonKey = 'pkcert-analyst'): Promise<Response['body']> {
    const answer = await this.world.as(person).get(`/api/v1/agreements/${this.reference}`);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** The latest fact of a kind about a terms version. */
  async fact(kind: string, number = 1): Promise<Fact> {
    const { facts } = (await this.read()) as { facts: Fact[] };
    const found = facts.findLast((one) => one.kind === kind && one.terms_version === number);
    if (!found) throw new Error(`There is no fact ${kind}.`);
    return found;
  }

  /** Brings terms through submission, approval and every signature. */
  async sign(number = 1): Promise<this> {
    await this.done('pkcert-liaison', `terms/${number}/submission`);
    await this.done('pkcert-liaison', `terms/${number}/approvals`, cabinet);
    const { id } = await this.fact('approved', number);
    await this.done('pkcert-second-liaison', `facts/${id}/confirmation`);
    await this.done('moitt-liaison', `terms/${number}/signatures`);
    await this.done('cncert-liaison', `terms/${number}/signatures`);
    return this;
  }

  async enter(number = 1, body: object = {}): Promise<this> {
    await this.done('cncert-liaison', `terms/${number}/entry-into-force`, body);
    return this;
  }
}

/** A memorandum that is in force. */
export async function inForce(world: World, reference: string, change: object = {}): Promise<Instrument> {
  const instrument = await new Instrument(world, reference).draft(change);
  await instrument.sign();
  return instrument.enter();
}
