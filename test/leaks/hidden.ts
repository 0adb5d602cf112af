import type { Response } from 'supertest';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import type { Asker, World } from '../cast';
import type { Witnesses } from '../disclosure/witnesses';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What a world is made of that somebody may not see, by the words by which it would be known. */
export interface Hidden {
  /** Versions of items, each of whose texts names its id. */
  versions: { id: string; owner: string }[];
  /** Parts of them, with the word of the title and that of the text. */
  parts: { version: string; number: number; owner: string; title: string; text: string }[];
  /** Agreements, whose titles name their ids, with whoever is party to them. */
  agreements: { id: string; parties: string[] }[];
  /** Requests, with the two sides that read them. */
  requests: { id: string; sides: string[] }[];
  /** National overlays, whose laws name whose they are. */
  overlays: { law: string; organization: string }[];
  /** What can be asked for in a path, by a word of the path. */
  ids: {
    advisories: string[];
    incidents: string[];
    logs: string[];
    pauses: string[];
    references: string[];
    'information-requests': string[];
    'consent-requests': string[];
    obligations: string[];
    'obligation-notices': string[];
  };
}

/** All of it, as the operator could find it. */
export async function hidden({ owner }: World): Promise<Hidden> {
  const rows = <Row>(sql: string) => owner.query<Row[]>(sql);
  const ids = async (sql: string) => (await rows<{ id: string }>(sql)).map(({ id }) => id);
  const items = await ids('SELECT id FROM item UNION ALL SELECT external_id FROM variant');
  return {
    versions: await rows('SELECT id, owner_id AS owner FROM item_version'),
    parts: await rows(
      `SELECT item_version_id AS version, number, owner_id AS owner, split_part(title, ' ', 3) AS title, split_part(text, ' ', 2) AS text FROM item_part`,
    ),
    agreements: await rows(
      `SELECT agreement_id AS id, array_agg(organization_id) AS parties FROM (SELECT agreement_id, organization_id FROM agreement_party
         UNION ALL SELECT j.agreement_id, j.organization_id FROM accession j
         JOIN agreement_fact f ON f.terms_version_id = j.terms_version_id AND f.kind = 'entered_into_force') p GROUP BY 1`,
    ),
    requests: await rows(
      `SELECT id, ARRAY[requester_id, addressee_id] AS sides FROM information_request
       UNION ALL SELECT id, ARRAY[requester_id, originator_id] FROM consent_request`,
    ),
    overlays: await rows('SELECT DISTINCT law, organization_id AS organization FROM national_overlay'),
    ids: {
      advisories: items,
      incidents: items,
      logs: await ids('SELECT id FROM record_log'),
      pauses: await ids('SELECT id FROM exchange_pause'),
      'information-requests': await ids('SELECT id FROM information_request'),
      'consent-requests': await ids('SELECT id FROM consent_request'),
      obligations: await ids('SELECT id FROM obligation'),
      'obligation-notices': await ids('SELECT id FROM obligation_notice'),
      references: await ids('SELECT reference AS id FROM agreement'),
    },
  };
}

/** Whose systems or people somebody is of. */
export const idOf = (world: World, { organization }: Asker): string =>
  organization === 'public' ? PUBLIC_TEAM : world.organizations[organization];

/** The ids of versions and agreements that an asker may come across at the instant, as decide() has it. */
export async function allowed(
  witnesses: Witnesses,
  world: World,
  asker: Asker,
  found: Hidden,
  at: number,
): Promise<Set<string>> {
  const reader = idOf(world, asker);
  const told = new Set([
    ...(await witnesses.partsDecided(reader, at)),
    ...(await witnesses.partsDecided(PUBLIC_TEAM, at)),
  ]);
  const actions = ['keep', 'pseudonym', 'sectors', 'issuer'];
  const person = asker.person ? world.people[asker.person] : null;
  const decided = [
    ...(await witnesses.decided(reader, at, person)),
    ...(await witnesses.decided(PUBLIC_TEAM, at)),
  ];
  return new Set([
    ...decided.map((line) => line.split(' ')[1]!),
    ...found.versions.filter(({ owner }) => owner === reader).map(({ id }) => id),
    ...found.parts.flatMap(({ version, number, owner, title, text }) =>
      actions
        .filter((action) => owner === reader || told.has(`${version} ${number} ${action}`))
        .flatMap((action) => (action === 'keep' ? [title, text] : [title])),
    ),
    ...found.agreements.filter(({ parties }) => parties.includes(reader)).map(({ id }) => id),
    ...found.requests.filter(({ sides }) => sides.includes(reader)).map(({ id }) => id),
  ]);
}

/** The words by which it would be known that something of it has come out. */
export const canariesOf = ({ versions, agreements, parts, requests }: Hidden): Set<string> =>
  new Set([
    ...[...versions, ...agreements, ...requests].map(({ id }) => id),
    ...parts.flatMap(({ title, text }) => [title, text]),
  ]);

/** The words of that kind in an answer. */
export const wordsOf = ({ text, headers }: Pick<Response, 'text' | 'headers'>): Set<string> =>
  new Set(`${text ?? ''} ${JSON.stringify(headers)}`.match(UUID) ?? []);
