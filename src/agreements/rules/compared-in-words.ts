import {
  type ApprovalTerm,
  byText,
  type OtherClause,
  type SaidAccess,
  type SaidObligations,
  type SaidTime,
  type SeverityBounds,
} from './terms-content';
import {
  amberInWords,
  approvalsInWords,
  channelsInWords,
  emergencyInWords,
  nexusInWords,
  PARTS_IN_WORDS,
  productsInWords,
  reachInWords,
  severityInWords,
  THIRD_PARTY_IN_WORDS,
  timeSaid,
} from './terms-in-words';

/** Between whom a grant is; without names of their own, since whoever compares may know neither. */
interface Sides {
  from: string;
  to: string;
}
type Say = (value: never, sides: Sides) => string;

/** A code as people read it. */
export const words = (code: string): string =>
  code === 'operating_cert' ? 'operating CERT' : code.replaceAll('_', ' ');
const listOf = (codes: readonly string[]): string => codes.map(words).join(', ');
const anyOr = (what: string) => (value: 'any' | string[]) =>
  value === 'any' ? `any ${what}` : listOf(value);
const orElse = (said: readonly string[], otherwise: string): string => said[0] ?? otherwise;
const part = (name: string, otherwise: string) => (value: string) =>
  PARTS_IN_WORDS[`${name} ${value}`] ?? otherwise;
const NEED: Readonly<Record<string, string>> = {
  push: 'as soon as it is released',
  on_request: 'only in answer to an open request',
  both: 'as soon as it is released, and in answer to requests',
};

/** How each field is said; terms of a later version that this one does not know are said as they stand. */
const SAY: Readonly<Record<string, Say>> = {
  agreement: (value: string) => value,
  kind: words,
  parent: (value: string) => `below ${value}`,
  parties: (value: { organization: string; roles: string[] }[]) =>
    value.map(({ organization, roles }) => `${organization} (${listOf(roles)})`).join(', '),
  expires_at: (value: string | null) => (value === null ? 'without an end' : `until ${value}`),
  entry_condition: ({ rule, date, days }: { rule: string; date?: string; days?: number }) =>
    rule === 'not_before'
      ? `enters into force not before ${date}`
      : `enters into force ${days} days ${words(rule)}`,
  notice_days: (value: number) => `ends by notice of at least ${value} days`,
  corrections: (value: string) =>
    value === 'allowed' ? 'corrections may follow after the end' : 'no corrections after the end',
  contact_verification_days: (value: number) => `contacts are verified every ${value} days`,
  meetings_days: (value: number) => `the joint committee meets every ${value} days`,
  clause: (value: string) => value,
  information_types: (value: { type: string; tlp_ceiling: string }[]) =>
    value.map(({ type, tlp_ceiling }) => `${words(type)} up to TLP:${tlp_ceiling}`).join(', '),
  categories: anyOr('category'),
  sectors: anyOr('sector'),
  severity: (value: 'any' | SeverityBounds) => orElse(severityInWords(value), 'of any severity'),
  nexus: (value: string, { from, to }) =>
    orElse(nexusInWords(value, from, to), 'whatever country it affects'),
  pap_ceiling: (value: string) => (value === 'any' ? 'any PAP' : `up to PAP:${value}`),
  channels: (value: 'any' | string[]) => orElse(channelsInWords(value), 'by any channel'),
  victim_identity: part('victim', 'victims are left out'),
  source_attribution: part('source', 'sources are not named'),
  personal_data: part('personal', 'personal data is left out'),
  third_party_content: (value: string) => THIRD_PARTY_IN_WORDS[value] ?? words(value),
  product_types: productsInWords,
  default_label: (value: string) => `filed as TLP:${value} where it bears no label`,
  respond_within: (value: SaidTime) => `requests answered ${timeSaid(value)}`,
  update_interval_hours: (value: number) => `a word on open requests every ${value} hours`,
  need: (value: string) => (Object.hasOwn(NEED, value) ? NEED[value]! : value),
  amber_reach: (value: string | string[], { to }) =>
    orElse(amberInWords(value, to), `AMBER stays within ${to}`),
  release_approval: (value: ApprovalTerm[]) => approvalsInWords(value).join('; '),
  emergency_release: emergencyInWords,
  reach_back: reachInWords,
  'obligations.permitted_purposes': (value: string[]) => `used for ${listOf(value)} only`,
  'obligations.prohibited_purposes': (value: string[]) => `not used for ${listOf(value)}`,
  'obligations.onward_sharing': (value: string) =>
    value === 'none' ? 'passed on to nobody' : `passed on to or with: ${words(value)}`,
  'obligations.retention_days': (value: number) => `destroyed within ${value} days`,
  'obligations.breach_notice_hours': (value: number) => `loss or misuse told within ${value} hours`,
  'obligations.acknowledge_within': (value: SaidTime) => `acknowledged ${timeSaid(value)}`,
  'obligations.destruction': ({
    means,
    certificate,
    logs_exempt,
  }: Required<SaidObligations>['destruction']) =>
    `done away with by ${means}, ${certificate ? 'with' : 'without'} a certificate, logs ${logs_exempt ? '' : 'not '}exempt`,
  'obligations.legal_hold': (value: string) => `destruction held by: ${value}`,
  'obligations.compelled_disclosure': (value: string) => `compelled to disclose: ${words(value)}`,
  'obligations.survival': (value: Record<string, number | string>) =>
    `after the end: ${Object.entries(value)
      .sort(([a], [b]) => byText(a, b))
      .map(
        ([what, years]) =>
          `${words(what)} ${years === 'indefinite' ? 'without an end' : `for ${years} years`}`,
      )
      .join(', ')}`,
  'obligations.feedback': (value: string[]) => `told, if it can be: ${listOf(value)}`,
  'obligations.post_termination': ({ rule, days }: Required<SaidObligations>['post_termination']) =>
    days === undefined
      ? `after the end: ${words(rule)}`
      : `after the end: ${words(rule)} within ${days} days`,
  'obligations.marking': (value: { language: string; text: string }[]) =>
    `documents bear: ${value.map(({ language, text }) => `“${text}” (${language})`).join(', ')}`,
  'obligations.encryption_in_transit': (value: string) => `encrypted when it is sent: ${words(value)}`,
  'obligations.encryption_at_rest': (value: string) => `encrypted where it is kept: ${words(value)}`,
  'obligations.permitted_actions': (value: string) => `actions permitted: ${value}`,
  'obligations.affected_party_notice': (value: string) => `telling whom it affects: ${words(value)}`,
  'obligations.access': accessSaid,
  'obligations.classification_map': (value: { label: string; level: string }[]) =>
    value.map(({ label, level }) => `TLP:${label} held at “${level}”`).join(', '),
};

function accessSaid({ nationality, ...others }: SaidAccess): string {
  const asked = Object.keys(others).sort(byText).map(words);
  return `had by: ${[...asked, ...(nationality ? [`citizens of ${listOf(nationality)}`] : [])].join(', ')}`;
}

/** A clause as people read it, with who looks after it. */
function otherClause({ heading, text, owner_role, owner, binding }: OtherClause): string {
  const whom = owner_role === undefined ? owner : words(owner_role);
  return [
    heading,
    ...(text === undefined ? [] : [text]),
    ...(whom === undefined ? [] : [`looked after by ${whom}`]),
    ...(binding === undefined ? [] : [words(binding)]),
  ].join('; ');
}

/** What one side says of a field, in words; of what it leaves out, that it says nothing. */
export function sayField(field: string, value: unknown, sides: Sides = { from: '', to: '' }): string {
  if (value === undefined) return 'says nothing';
  if (field.startsWith('clauses.') && typeof value === 'string') return value;
  if (field.startsWith('other_clauses.')) return otherClause(value as OtherClause);
  const say = Object.hasOwn(SAY, field) ? SAY[field] : undefined;
  return say ? say(value as never, sides) : JSON.stringify(value);
}
