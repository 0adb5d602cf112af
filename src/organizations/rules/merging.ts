import type { OrganizationKind } from './organization';

/** What of an organization a merger leaves where it is, without anybody's rights resting on it. */
export const LEFT_BEHIND: readonly string[] = [
  'account',
  'acknowledgement',
  'api_key',
  'disclosure',
  // Only what its verifier shares rests on it, and items stand against a merger themselves.
  'duty_officer_verification',
  // Without a lane it holds what is public only, and nobody acts for it any more.
  'feed',
  'invitation',
  // It goes with its item, which stands against a merger itself.
  'item_reference',
  'kept_answer',
  'organization_contact',
  'organization_key',
  'organization_merger',
  'organization_namespace',
  'organization_naming',
  'organization_profile',
  'public_read',
  'refusal',
  'transfer',
];

/** One side of a merger. */
export interface Side {
  handle: string;
  kind: OrganizationKind | 'public';
  country: string | null;
  /** Whether it was merged into another before. */
  merged: boolean;
}

export interface Merging {
  from: Side;
  into: Side;
  /** Handles of the constituents of the one that ends. */
  constituents: readonly string[];
  /** How many rows of which table name the one that ends. */
  holdings: readonly { table: string; rows: number }[];
  /** Titles or references of what rests on it, to be named. */
  named: readonly string[];
  /** How many versions of items name it in their audience. */
  audiences: number;
}

const WORDS: Readonly<Record<string, string>> = {
  accession: 'agreements it joins',
  agreement: 'agreements it drafted',
  agreement_party: 'agreements it is a party to',
  item: 'advisories and incidents it owns',
  national_overlay: 'versions of a national overlay',
  report: 'reports it filed or received',
};

function faultsOfConstituents({ from, into, constituents }: Merging): string[] {
  if (constituents.length === 0) return [];
  const list = constituents.join(', ');
  if (into.kind !== 'national-cert')
    return [`${from.handle} has constituents (${list}), and ${into.handle} is no national CERT`];
  return from.country === into.country
    ? []
    : [`${from.handle} has constituents (${list}), and ${into.handle} belongs to another country`];
}

/**
 * Why one organization cannot be merged into another; empty if it can. Whatever rights could rest on has to be absent,
 * and a table that is not known here counts as such: then nothing that anybody may see can change.
 */
export function mergingFaults(merging: Merging): string[] {
  const { from, into, holdings, named, audiences } = merging;
  const sides = [
    ...(from.handle === into.handle ? ['an organization is not merged into itself'] : []),
    ...[from, into].filter(({ merged }) => merged).map(({ handle }) => `${handle} was merged already`),
    ...[from, into].filter(({ kind }) => kind === 'public').map(() => 'the public is no organization'),
  ];
  const held = holdings
    .filter(({ table, rows }) => rows > 0 && !LEFT_BEHIND.includes(table))
    .map(({ table, rows }) => `${from.handle} has ${WORDS[table] ?? `rows in ${table}`} (${rows})`);
  return [
    ...sides,
    ...held,
    ...named.map((name) => `${from.handle} is tied to ${name}`),
    ...(audiences > 0 ? [`${from.handle} is named in the audience of versions of items (${audiences})`] : []),
    ...faultsOfConstituents(merging),
  ];
}
