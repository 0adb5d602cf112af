import type { Direction, EntryCondition, Instant, Organization, Party } from './agreement';
import { refused, type Refused } from './refusal';

/** What is drafted: the instrument, its parties and its first terms, as far as rules weigh them. */
export interface Draft {
  reference: string;
  kind: string;
  parties: readonly Party[];
  terms: ProposedTerms;
  /** What it is to stand below, with who is party to that under the terms it is held to; null for what stands by itself. */
  parent: { reference: string; kind: string; parties: readonly Party[] } | null;
}

export interface ProposedTerms {
  expiresAt: Instant | null;
  entry: EntryCondition | null;
  grants: readonly Direction[];
}

/** What an instrument of each kind may stand below. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  implementing_annex: ['mou', 'treaty', 'community_membership'],
  sop: ['mou', 'treaty', 'community_membership', 'implementing_annex'],
  case_arrangement: ['mou', 'treaty', 'community_membership', 'implementing_annex'],
};
const NO_GRANTS = 'host_or_capacity_agreement';

/** References are given out by country, so that a taken one tells nobody abroad that an agreement exists. */
export const referencePrefix = ({ country, handle }: Organization): string =>
  `${country ?? handle.toUpperCase()}-`;

function badDrafter(drafter: Organization, { parties, reference }: Draft): Refused | null {
  const party = parties.some(({ organization }) => organization.id === drafter.id);
  const ministry =
    drafter.kind === 'ministry' &&
    drafter.country !== null &&
    parties.some(({ organization }) => organization.country === drafter.country);
  if (drafter.kind === 'sectoral-cert' || !(party || ministry))
    return refused(
      'agreement/drafter',
      'Agreements are drafted by a party, or by the ministry of a party’s country.',
    );
  if (!reference.startsWith(referencePrefix(drafter)))
    return refused(
      'agreement/reference',
      `must begin with ${referencePrefix(drafter)}, the prefix of the organization that drafts`,
      'reference',
    );
  return null;
}

/** A CERT is bound by its own signature or by that of a ministry of its country, by nobody else's. */
const binds = (signatory: Organization, cert: Organization): boolean =>
  signatory.id === cert.id ||
  (signatory.kind === 'ministry' && signatory.country !== null && signatory.country === cert.country);

function badParties(parties: readonly Party[], field = 'parties'): Refused | null {
  const no = (text: string) => refused('agreement/parties', text, field);
  const ids = parties.map(({ organization }) => organization.id);
  if (new Set(ids).size !== ids.length) return no('each organization is named once, with all its roles');
  if (parties.some(({ organization }) => organization.kind === 'public'))
    return no('the public is party to nothing');
  const signatories = parties.filter(({ roles }) => roles.includes('signatory'));
  if (signatories.length === 0) return no('there must be at least one signatory');
  for (const { organization, roles } of parties) {
    if (!roles.includes('operating_cert')) continue;
    if (organization.kind !== 'national-cert')
      return no(`${organization.handle} cannot be an operating CERT: it is no national CERT`);
    if (!signatories.some((signatory) => binds(signatory.organization, organization)))
      return no(`neither ${organization.handle} nor a ministry of its country is among the signatories`);
  }
  return null;
}

/**
 * May these organizations join an agreement with new terms of it? Together they have to be parties that could have
 * drafted it. Null: they may.
 * @param parties who is party to the terms that the new ones amend
 */
export function judgeJoining(
  kind: string,
  parties: readonly Party[],
  joining: readonly Party[],
): Refused | null {
  const no = (text: string) => refused('agreement/parties', text, 'joining');
  if (joining.length === 0) return null;
  if (kind === NO_GRANTS) return no('nobody joins an agreement of this kind: it grants no exchange');
  const there = joining.find(({ organization }) =>
    parties.some((party) => party.organization.id === organization.id),
  );
  if (there) return no(`${there.organization.handle} is party to these terms already`);
  return badParties([...parties, ...joining], 'joining');
}

/** The rules for terms that do not depend on facts: who may grant, once per direction, and until when. */
export function judgeTerms(
  kind: string,
  parties: readonly Party[],
  { expiresAt, entry, grants }: ProposedTerms,
  at: Instant,
): Refused | null {
  const no = (text: string) => refused('terms/grants', text, 'grants');
  if (kind === NO_GRANTS && grants.length > 0) return no('an agreement of this kind grants no exchange');
  if (kind !== NO_GRANTS && grants.length === 0) return no('must hold at least one grant');
  const operating = (id: string) =>
    parties.some(({ organization, roles }) => organization.id === id && roles.includes('operating_cert'));
  if (grants.some(({ from, to }) => from === to || !operating(from) || !operating(to)))
    return no('a grant goes from one operating CERT of the agreement to another');
  if (new Set(grants.map(({ from, to }) => `${from} ${to}`)).size !== grants.length)
    return no('there is one grant per direction');
  if (expiresAt !== null && expiresAt <= at)
    return refused('terms/expiry', 'must be an instant to come', 'expires_at');
  if (entry?.rule === 'not_before' && expiresAt !== null && entry.date >= expiresAt)
    return refused('terms/condition', 'must lie before the expiry', 'entry_condition.date');
  return null;
}

function badPlace({ kind, parent }: Draft): Refused | null {
  const no = (text: string) => refused('agreement/parent', text, 'parent');
  const places = Object.hasOwn(PLACES, kind) ? PLACES[kind]! : null;
  if (places === null) return parent && no(`an instrument of the kind ${kind} stands below no other`);
  if (!parent) return no(`an instrument of the kind ${kind} names what it stands below`);
  return places.includes(parent.kind)
    ? null
    : no(`an instrument of the kind ${kind} does not stand below one of the kind ${parent.kind}`);
}

/** Party to an instrument is who is party to what it stands below, in the same roles. Null: they are. */
export function judgeOfParent(
  parent: Draft['parent'],
  parties: readonly Party[],
  field: 'parties' | 'joining',
): Refused | null {
  if (!parent) return null;
  for (const { organization, roles } of parties) {
    const above = parent.parties.find((party) => party.organization.id === organization.id)?.roles ?? [];
    const lacking = roles.filter((role) => !above.includes(role));
    if (lacking.length > 0)
      return refused(
        'agreement/parties',
        `${organization.handle} is not ${lacking.join(' and ').replaceAll('_', ' ')} of ${parent.reference}, which this stands below`,
        field,
      );
  }
  return null;
}

/** May this organization draft this agreement? Null: it may. */
export function judgeDraft(draft: Draft, drafter: Organization, at: Instant): Refused | null {
  const no =
    badParties(draft.parties) ??
    badDrafter(drafter, draft) ??
    badPlace(draft) ??
    judgeOfParent(draft.parent, draft.parties, 'parties');
  if (no) return no;
  const terms = judgeTerms(draft.kind, draft.parties, draft.terms, at);
  return terms?.field ? { ...terms, field: `terms.${terms.field}` } : terms;
}
