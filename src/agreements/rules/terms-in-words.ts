import {
  type ApprovalTerm,
  byText,
  type EmergencyTerm,
  type GrantContent,
  type ProductTypes,
  type SaidTime,
  type SeverityBounds,
} from './terms-content';

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
  'victim with_consent': 'a victim is named where it consents',
  'victim full': 'victims are named',
  'source may': 'sources may be named',
  'source must': 'sources are named, or the item does not go',
  'personal minimised': 'personal data goes under a pseudonym',
  'personal full_with_basis': 'personal data goes in full',
};

export const THIRD_PARTY_IN_WORDS: Readonly<Record<string, string>> = {
  forward: 'what other publishers marked up to TLP:GREEN goes without asking them',
  never: 'nothing of other publishers',
};
const codes = (list_: readonly string[]): string => list_.map((one) => one.replaceAll('_', ' ')).join(', ');
export const productsInWords = ({ include, exclude }: ProductTypes): string =>
  include ? `only of product type ${codes(include)}` : `of no product type ${codes(exclude ?? [])}`;

/** A time as it is told, and when it runs. */
export function timeSaid({ minutes, by_severity: others, working_hours: hours }: SaidTime): string {
  const except = Object.entries(others ?? {})
    .sort(([a], [b]) => byText(a, b))
    .map(([severity, time]) => `; ${time} with severity ${severity}`);
  const { zone = '', days = [], from = '', until = '', holidays = [] } = hours ?? {};
  const when = hours
    ? ` of ${days.join(', ')}, ${from} to ${until} (${zone})${holidays.length > 0 ? `, not on ${holidays.join(', ')}` : ''}`
    : ' around the clock';
  return `within ${minutes} minutes${except.join('')}${when}`;
}

/** What terms bound further; nothing is said of what they do not say. */
const furtherInWords = ({
  third_party_content: third,
  product_types: products,
  default_label: label,
}: GrantContent) => [
  ...(products ? [productsInWords(products)] : []),
  ...(third === undefined ? [] : [THIRD_PARTY_IN_WORDS[third] ?? third]),
  ...(label === undefined ? [] : [`filed as TLP:${label} where it bears no label`]),
];

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

const APPROVERS: Readonly<Record<string, string>> = {
  none: 'no further approval',
  four_eyes: 'a second person',
  duty_officer: 'a duty officer',
  ministry: 'a ministry that is party',
};
/** Who has to approve what. */
export const approvalsInWords = (rows: readonly ApprovalTerm[] | undefined): string[] =>
  (rows ?? []).map(({ tlp, severity, needs }) => {
    const bounds = [tlp && `from TLP:${tlp} on`, severity && `from severity ${severity} on`].filter(Boolean);
    const what = bounds.length > 0 ? bounds.join(' and ') : 'whatever goes';
    return `${what} needs ${Object.hasOwn(APPROVERS, needs) ? APPROVERS[needs]! : needs}`;
  });

/** What one person may let go alone, which another looks at afterwards. */
export const emergencyInWords = ({ up_to: upTo }: EmergencyTerm): string =>
  `in an emergency up to TLP:${upTo} by one person alone, reviewed by another within 24 hours`;

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
    ...furtherInWords(grant),
    reachInWords(grant.reach_back),
    ...(grant.need === 'on_request' ? ['only in answer to an open request'] : []),
    ...amberInWords(grant.amber_reach, nameOf(grant.to)),
    ...approvalsInWords(grant.release_approval),
    ...(grant.emergency_release ? [emergencyInWords(grant.emergency_release)] : []),
    ...(grant.respond_within
      ? [`requests of ${nameOf(grant.to)} answered ${timeSaid(grant.respond_within)}`]
      : []),
    ...(grant.update_interval_hours
      ? [`a word on open requests of ${nameOf(grant.to)} every ${grant.update_interval_hours} hours`]
      : []),
  ];
  const what = `${nameOf(grant.from)} lets ${nameOf(grant.to)} have ${list(types)}; ${bounds.join('; ')} (${grant.clause}).`;
  return [what, ...obligations].join(' ');
}
