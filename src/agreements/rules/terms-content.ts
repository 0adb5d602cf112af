/** Bounds of the normalised severity, both included; one that is left out is no bound. */
export interface SeverityBounds {
  least?: string;
  most?: string;
}

/** What a grant obliges its recipient to; only what is said. */
export interface SaidObligations {
  permitted_purposes?: readonly string[];
  prohibited_purposes?: readonly string[];
  onward_sharing?: string;
  retention_days?: number;
  breach_notice_hours?: number;
}

/** What a grant lets go in one direction; organizations by handle, lists sorted, `any` said explicitly. */
export interface GrantContent {
  from: string;
  to: string;
  clause: string;
  /** The clause behind each term that has another than `clause`; left out where there is none. */
  clauses?: Readonly<Record<string, string>>;
  information_types: { type: string; tlp_ceiling: string }[];
  categories: 'any' | string[];
  sectors: 'any' | string[];
  severity: 'any' | SeverityBounds;
  /** Whose constituency it has to affect: `any`, `originator`, `recipient` or `either`. */
  nexus: string;
  /** `any`, or the narrowest PAP that may go. */
  pap_ceiling: string;
  /** By which it may leave. */
  channels: 'any' | string[];
  /** What becomes of parts that tell of victims, sources and persons. */
  victim_identity: string;
  source_attribution: string;
  personal_data: string;
  /** `push`, `on_request` or `both`. */
  need: string;
  /** How far AMBER reaches below the recipient: a word, or handles of constituents. */
  amber_reach: string | string[];
  /** What was released before entry into force: none of it, all of it, or what came after an instant (ISO 8601). */
  reach_back: string;
  /** What the recipient is obliged to, beyond the marking; only what is said. */
  obligations: SaidObligations;
}

/** A clause of the text that no machine enforces. */
export interface OtherClause {
  number: string;
  language?: string;
  heading: string;
  text?: string;
  /** Who looks after it: a role, or an organization by handle. */
  owner_role?: string;
  owner?: string;
  binding?: string;
}

/** The content of a terms version, as two installations compare it. */
export interface TermsContent {
  agreement: string;
  kind: string;
  parties: { organization: string; roles: string[] }[];
  expires_at: string | null;
  /** Left out where there is none, as before there were any: the hash of such terms is the same. */
  entry_condition?: { rule: string; date?: string; days?: number };
  /** Left out where no period of notice is named, as above. */
  notice_days?: number;
  corrections: string;
  /** The clauses behind what is said of the whole; left out where none are named. */
  clauses?: Readonly<Record<string, string>>;
  /** What no machine enforces; left out where there is nothing. */
  other_clauses?: OtherClause[];
  grants: GrantContent[];
}

export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (list: 'any' | string[]) => (list === 'any' ? list : [...list].sort(byText));

const sortedObligations = ({
  permitted_purposes: permitted,
  prohibited_purposes: prohibited,
  ...others
}: SaidObligations): SaidObligations => ({
  ...others,
  ...(permitted && { permitted_purposes: [...permitted].sort(byText) }),
  ...(prohibited && { prohibited_purposes: [...prohibited].sort(byText) }),
});

/**
 * Terms in the one order that does not depend on how they were typed in. The hash of this value's canonical bytes
 * (RFC 8785) is what two installations that hold the same agreement compare. The version's number is no part of
 * it: a proposal that only one of them saw must not make the same terms differ.
 */
export function canonicalTerms(content: TermsContent): TermsContent & { accord: 'terms/1' } {
  return {
    accord: 'terms/1',
    ...content,
    parties: content.parties
      .map(({ organization, roles }) => ({ organization, roles: [...roles].sort(byText) }))
      .sort((a, b) => byText(a.organization, b.organization)),
    ...(content.other_clauses && {
      other_clauses: [...content.other_clauses].sort(
        (a, b) => byText(a.number, b.number) || byText(a.language ?? '', b.language ?? ''),
      ),
    }),
    grants: content.grants
      .map((grant) => ({
        ...grant,
        information_types: [...grant.information_types].sort((a, b) => byText(a.type, b.type)),
        categories: sorted(grant.categories),
        sectors: sorted(grant.sectors),
        channels: sorted(grant.channels),
        amber_reach: Array.isArray(grant.amber_reach)
          ? [...grant.amber_reach].sort(byText)
          : grant.amber_reach,
        obligations: sortedObligations(grant.obligations),
      }))
      .sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to)),
  };
}

const list = (items: string[]): string => items.join(', ');
const listed = (what: string, items: 'any' | string[]): string =>
  items === 'any' ? `of any ${what}` : `only of ${what} ${list(items)}`;

export function reachInWords(reach: string): string {
  if (reach === 'none') return 'released since the terms are in force';
  return reach === 'all' ? 'whenever it was released' : `released since ${reach}`;
}

export function severityInWords(severity: 'any' | SeverityBounds): string[] {
  if (severity === 'any') return [];
  const { least, most } = severity;
  if (least !== undefined && least === most) return [`of severity ${least}`];
  if (least === undefined) return [`of severity ${most ?? ''} at most`];
  return [most === undefined ? `of severity ${least} at least` : `of severity ${least} to ${most}`];
}

export function nexusInWords(nexus: string, from: string, to: string): string[] {
  if (nexus === 'any') return [];
  const whom = nexus === 'originator' ? from : nexus === 'recipient' ? to : `${from} or ${to}`;
  return [`if it affects the country of ${whom}`];
}

const CALLED: Readonly<Record<string, string>> = {
  portal: 'the portal',
  rest: 'the web API',
  csaf: 'CSAF',
  taxii: 'TAXII',
  misp: 'MISP',
  mail: 'encrypted mail',
  voice: 'voice',
};
const channelInWords = (one: string): string => (Object.hasOwn(CALLED, one) ? CALLED[one]! : one);
export const channelsInWords = (channels: 'any' | string[]): string[] =>
  channels === 'any' ? [] : [`only by ${list(channels.map(channelInWords))}`];

export const PARTS_IN_WORDS: Readonly<Record<string, string>> = {
  'victim pseudonym': 'victims go under a pseudonym',
  'victim sector_only': 'of victims the sector alone is told',
  'victim full': 'victims are named',
  'source may': 'sources may be named',
  'personal minimised': 'personal data goes under a pseudonym',
  'personal full_with_basis': 'personal data goes in full',
};

/** What is let go of victims, sources and persons; nothing is said where nothing is. */
const partsInWords = ({ victim_identity, source_attribution, personal_data }: GrantContent): string[] =>
  [`victim ${victim_identity}`, `source ${source_attribution}`, `personal ${personal_data}`].flatMap(
    (said) => PARTS_IN_WORDS[said] ?? [],
  );

export function amberInWords(reach: string | string[], to: string): string[] {
  if (reach === 'own_organisation') return [];
  const whom = typeof reach === 'string' ? 'any of its constituents' : `its constituents ${list(reach)}`;
  return [`${to} may pass it on to ${whom}, up to TLP:AMBER`];
}

/**
 * A grant as sentences, so that whoever signs reads the same as what is enforced.
 * @param obligations what it obliges to, as sentences
 */
export function grantInWords(
  grant: GrantContent,
  nameOf: (handle: string) => string,
  obligations: readonly string[],
): string {
  const types = grant.information_types.map(
    ({ type, tlp_ceiling }) => `${type.replaceAll('_', ' ')} up to TLP:${tlp_ceiling}`,
  );
  const bounds = [
    listed('category', grant.categories),
    listed('sector', grant.sectors),
    ...severityInWords(grant.severity),
    ...nexusInWords(grant.nexus, nameOf(grant.from), nameOf(grant.to)),
    ...(grant.pap_ceiling === 'any' ? [] : [`up to PAP:${grant.pap_ceiling}`]),
    ...channelsInWords(grant.channels),
    ...partsInWords(grant),
    reachInWords(grant.reach_back),
    ...(grant.need === 'on_request' ? ['only in answer to an open request'] : []),
    ...amberInWords(grant.amber_reach, nameOf(grant.to)),
  ];
  const what = `${nameOf(grant.from)} lets ${nameOf(grant.to)} have ${list(types)}; ${bounds.join('; ')} (${grant.clause}).`;
  return [what, ...obligations].join(' ');
}
