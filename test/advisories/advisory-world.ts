import type { JsonObject } from '../../src/advisories/csaf/mapping/json';
import { Given } from '../cases/given';
import { type OrganizationKey, type PersonKey, startWorld, type World } from '../cast';
import { isProblem } from '../cast/bad-input';
import { invented, tracking } from './csaf/documents';
import type { FieldError } from '../../src/platform/refusal';

/** Labels with which a version may leave. */
export const LABELS = {
  tlp: 'GREEN',
  information_type: 'threat_report',
  categories: ['fraud/phishing'],
  sectors: ['energy'],
  severity: 'high',
  audience: { include: 'partners' },
};

export const DRAFT = {
  title: 'Phishing wave against the energy sector',
  summary: 'Letters that imitate a supplier carry a loader.',
  handling: LABELS,
};

/** PKCERT as the publisher of a CSAF document. */
const PUBLISHER = {
  category: 'coordinator',
  name: 'PKCERT (demonstration)',
  namespace: 'https://pkcert.example',
};

export const label = (tlp: string): JsonObject => ({ distribution: { tlp: { label: tlp } } });

/** A CSAF 2.0 document of PKCERT's; `head` replaces properties of `document`. */
export const ownDocument = (head: JsonObject = {}, rest: JsonObject = {}): JsonObject =>
  invented('2.0', { publisher: PUBLISHER, ...head }, rest);

/** The tracking of a document of this version, with a history that leads to it. */
export function trackingOf(id: string, version: number, changes: JsonObject = {}): JsonObject {
  const date = (number: number) => `2026-02-${String(number).padStart(2, '0')}T08:00:00Z`;
  const revision_history = Array.from({ length: version }, (_, n) => ({
    date: date(n + 1),
    number: String(n + 1),
    summary: 'Edition',
  }));
  const [initial_release_date, current_release_date] = [date(1), date(version)];
  return tracking({
    id,
    version: String(version),
    revision_history,
    initial_release_date,
    current_release_date,
    ...changes,
  });
}

/** Bytes that no serializer would write twice: what is served must be these and no others. */
export const bytesOf = (document: JsonObject): Buffer =>
  Buffer.from(`${JSON.stringify(document, null, 3)}\n\n`);

/** PKCERT shares with CNCERT/CC up to AMBER and with Corvia up to GREEN; nobody else has an agreement. */
export async function advisoryWorld(): Promise<World> {
  const world = await startWorld();
  const { pkcert, cncert, corvia } = world.organizations;
  const author = (id: string) =>
    world.people[id === pkcert ? 'pkcert-liaison' : id === cncert ? 'cncert-liaison' : 'corvia-liaison'];
  const given = new Given(world.owner, { author, releaser: author });
  const start = Date.parse('2026-01-01T00:00:00Z');
  for (const [partner, ceiling] of [
    [cncert, 'AMBER'],
    [corvia, 'GREEN'],
  ] as const)
    await given.agreement(`PK-${ceiling}`, {
      parties: [pkcert, partner],
      authority: null,
      ended: null,
      suspended: [],
      terms: [
        {
          approved: null,
          signed: [start, start],
          entered: start,
          expires: null,
          grants: [
            {
              from: pkcert,
              to: partner,
              types: [
                ['threat_report', ceiling],
                ['vulnerability_published', ceiling],
              ],
              categories: 'any',
              sectors: 'any',
              reachBack: 'none',
            },
          ],
        },
      ],
    });
  return world;
}

/** The report of an import that was not refused. */
export interface Report {
  outcome: string;
  advisory: string;
  version: number;
  findings: object[];
  notes: object[];
}

export const PATH = '/api/v1/advisories';

/** What people of PKCERT do with advisories, each step checked. */
export class Desk {
  constructor(private readonly world: World) {}

  async draft(body: object = {}): Promise<string> {
    const answer = await this.world
      .as('pkcert-analyst')
      .post(PATH)
      .send({ ...DRAFT, ...body });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  async import(document: JsonObject | Buffer): Promise<Report> {
    const answer = await this.sendDocument(document);
    expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 200 });
    return answer.body;
  }

  /** Sends a document as its bytes. */
  sendDocument(document: JsonObject | Buffer, query = '', person: PersonKey = 'pkcert-analyst') {
    const bytes = Buffer.isBuffer(document) ? document : bytesOf(document);
    return this.world
      .as(person)
      .post(`${PATH}/imports${query}`)
      .set('Content-Type', 'application/json')
      .serialize((body: unknown) => body as string)
      .send(bytes);
  }

  /** How many versions of items there are. */
  async stored(): Promise<number> {
    const [row] = await this.world.owner.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM item_version',
    );
    return row?.n ?? 0;
  }

  /** Why a document is refused; nothing of it is stored. */
  async refusal(document: Buffer, query = ''): Promise<FieldError[]> {
    const before = await this.stored();
    const answer = await this.sendDocument(document, query);
    expect({ status: answer.status, code: answer.body.type, problem: isProblem(answer) }).toEqual({
      status: 422,
      code: '/problems/csaf/invalid',
      problem: true,
    });
    expect(await this.stored()).toBe(before);
    return answer.body.errors;
  }

  change(id: string, body: object, person: PersonKey = 'pkcert-analyst') {
    return this.world.as(person).post(`${PATH}/${id}/versions`).send(body);
  }

  release(id: string, version: number, toPublic = false, person: PersonKey = 'pkcert-releaser') {
    return this.world.as(person).post(`${PATH}/${id}/release`).send({ version, public: toPublic });
  }

  async released(id: string, version: number, toPublic = false): Promise<void> {
    this.world.clock.advance(60_000);
    const answer = await this.release(id, version, toPublic);
    expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 201 });
    this.world.clock.advance(60_000);
  }

  /** What an organization's systems are shown in the list; the public's is that of an anonymous caller. */
  async list(reader: OrganizationKey | 'public'): Promise<{ id: string; title: string; version: number }[]> {
    const answer = await this.caller(reader).get(PATH);
    expect(answer.status).toBe(200);
    return answer.body.items;
  }

  /** The document behind the entry of this title in a reader's list. */
  async read(reader: OrganizationKey | 'public', title: string, projection: '' | '/csaf' = '') {
    const entry = (await this.list(reader)).find((shown) => shown.title === title);
    return this.caller(reader)
      .get(`${PATH}/${entry?.id}${projection}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
  }

  private caller(reader: OrganizationKey | 'public') {
    return reader === 'public' ? this.world.anonymous() : this.world.withKey(reader);
  }
}
