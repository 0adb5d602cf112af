import { isMessage } from '../../messages/catalogue';
import type { Grant, Terms } from '../sentences';
import { HANDLING, isTag } from './read-handling';

type Loose = Readonly<Record<string, unknown>>;
/** Terms that were typed as JSON, or where they cannot be read. */
export type ReadTerms = { terms: Terms; fault?: undefined } | { terms?: undefined; fault: string };

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const anyOrTexts = (value: unknown): boolean => value === 'any' || areTexts(value);

/** Terms that may be left out, with what that means; the web API has the same. */
const DEFAULTS = {
  severity: 'any',
  nexus: 'any',
  pap_ceiling: 'any',
  channels: 'any',
  victim_identity: 'omit',
  source_attribution: 'must_not',
  personal_data: 'none',
  third_party_content: 'with_consent',
  product_types: 'any',
  default_label: 'none',
  need: 'push',
  amber_reach: 'own_organisation',
  obligations: {},
} as const;

/** Terms with a sentence for each of their values. */
const WORDS = {
  nexus: 'nexus',
  need: 'need',
  victim_identity: 'victims',
  source_attribution: 'sources',
  personal_data: 'persons',
  third_party_content: 'thirdParty',
} as const;

const hasSentence = (kind: string, value: unknown): boolean =>
  isText(value) && isMessage(`clauses.${kind}_${value}`);

const isType = (value: unknown): boolean =>
  isObject(value) && isText(value.type) && isText(value.tlp_ceiling);

const isTruth = (value: unknown): value is boolean => typeof value === 'boolean';
const isHours = (value: unknown): boolean =>
  isObject(value) &&
  [value.zone, value.from, value.until].every(isText) &&
  areTexts(value.days) &&
  (value.holidays === undefined || areTexts(value.holidays));
const isWithin = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.minutes === 'number' &&
  (value.by_severity === undefined ||
    (isObject(value.by_severity) &&
      Object.values(value.by_severity).every((time) => typeof time === 'number'))) &&
  (value.working_hours === undefined || isHours(value.working_hours));

/** Obligations that the register watches over, and those about handling. */
const LATER: Readonly<Record<string, (value: unknown) => boolean>> = {
  acknowledge_within: isWithin,
  destruction: (value) =>
    isObject(value) &&
    isMessage(`owed.means_${String(value.means)}`) &&
    isTruth(value.certificate) &&
    isTruth(value.logs_exempt),
  legal_hold: (value) => isText(value) && isMessage(`owed.hold_${value}`),
  compelled_disclosure: (value) => isText(value) && isMessage(`owed.compelled_${value}`),
  survival: (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([what, years]) =>
        isMessage(`owed.survives_${what}`) && (years === 'indefinite' || typeof years === 'number'),
    ),
  feedback: (value) => areTexts(value) && value.every((one) => isMessage(`owed.feedback_${one}`)),
  post_termination: (value) =>
    isObject(value) &&
    isMessage(`owed.after_${String(value.rule)}`) &&
    (value.days === undefined || typeof value.days === 'number'),
  ...HANDLING,
};
const isLater = (value: Loose): boolean =>
  Object.entries(LATER).every(([name, check]) => !(name in value) || check(value[name]));

const isObligations = (value: unknown): boolean =>
  isObject(value) &&
  ['permitted_purposes', 'prohibited_purposes'].every((name) => !(name in value) || areTexts(value[name])) &&
  (!('onward_sharing' in value) || hasSentence('onward', value.onward_sharing)) &&
  ['retention_days', 'breach_notice_hours'].every(
    (name) => !(name in value) || typeof value[name] === 'number',
  ) &&
  isLater(value);

/** Whether nothing is said, or each is text. */
const areClauses = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value).every(isText));

const isOtherClause = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.number) &&
  isText(value.heading) &&
  ['language', 'text', 'owner', 'owner_role', 'binding'].every(
    (name) => !(name in value) || isText(value[name]),
  ) &&
  (!('language' in value) || isTag(value.language)) &&
  (!('owner_role' in value) || isMessage(`agreements.role_${String(value.owner_role)}`)) &&
  (!('binding' in value) || isMessage(`paper.binding_${String(value.binding)}`));

const isApproval = (value: unknown): boolean =>
  isObject(value) &&
  hasSentence('approval', value.needs) &&
  ['tlp', 'severity'].every((name) => !(name in value) || isText(value[name]));

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  from: isText,
  to: isText,
  clause: isText,
  information_types: (value) => Array.isArray(value) && value.every(isType),
  categories: anyOrTexts,
  sectors: anyOrTexts,
  severity: (value) => value === 'any' || isObject(value),
  pap_ceiling: isText,
  channels: anyOrTexts,
  product_types: (value) =>
    value === 'any' ||
    (isObject(value) &&
      Object.keys(value).length === 1 &&
      (areTexts(value.include) || areTexts(value.exclude))),
  default_label: isText,
  respond_within: (value) => value === undefined || isWithin(value),
  update_interval_hours: (value) => value === undefined || typeof value === 'number',
  amber_reach: (value) => hasSentence('amber', value) || areTexts(value),
  obligations: isObligations,
  clauses: areClauses,
  release_approval: (value) => value === undefined || (Array.isArray(value) && value.every(isApproval)),
  emergency_release: (value) => value === undefined || (isObject(value) && isText(value.up_to)),
  reach_back: (value) =>
    value === 'none' || value === 'all' || (isText(value) && !Number.isNaN(Date.parse(value))),
  ...Object.fromEntries(
    Object.entries(WORDS).map(([name, kind]) => [name, (value: unknown) => hasSentence(kind, value)]),
  ),
};

function faultIn(grants: readonly unknown[]): string | undefined {
  for (const [index, grant] of grants.entries()) {
    if (!isObject(grant)) return `grants.${index}`;
    const said: Loose = { ...DEFAULTS, ...grant };
    const wrong = Object.keys(CHECKS).find((name) => !CHECKS[name]!(said[name]));
    if (wrong) return `grants.${index}.${wrong}`;
  }
  return undefined;
}

/** What the entry into force waits for; undefined if it cannot be read. */
function entryOf(value: unknown): Terms['entry_condition'] | undefined {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || !hasSentence('entry', value.rule)) return undefined;
  const { date = null, days = null } = value;
  const rule = value.rule as NonNullable<Terms['entry_condition']>['rule'];
  if (rule !== 'not_before')
    return date === null && typeof days === 'number' ? { rule, date, days } : undefined;
  if (!isText(date) || Number.isNaN(Date.parse(date)) || days !== null) return undefined;
  return { rule, date: new Date(date).toISOString(), days };
}

const daysOrNone = (value: unknown): boolean => value === null || typeof value === 'number';

/** Reads JSON so far that sentences can be made of it. Whether the terms are allowed is for the web API to say. */
export function readTerms(value: unknown): ReadTerms {
  if (!isObject(value)) return { fault: 'JSON' };
  const { grants, expires_at: expires = null, notice_days: notice = null, corrections = 'none' } = value;
  if (!Array.isArray(grants)) return { fault: 'grants' };
  const fault = faultIn(grants);
  if (fault) return { fault };
  if (expires !== null && !(isText(expires) && !Number.isNaN(Date.parse(expires))))
    return { fault: 'expires_at' };
  if (notice !== null && typeof notice !== 'number') return { fault: 'notice_days' };
  if (!hasSentence('corrections', corrections)) return { fault: 'corrections' };
  const { contact_verification_days: contacts = null, meetings_days: meetings = null } = value;
  if (!daysOrNone(contacts)) return { fault: 'contact_verification_days' };
  if (!daysOrNone(meetings)) return { fault: 'meetings_days' };
  const condition = entryOf(value.entry_condition);
  if (condition === undefined) return { fault: 'entry_condition' };
  const { clauses, other_clauses: others = [] } = value;
  if (!areClauses(clauses)) return { fault: 'clauses' };
  if (!(Array.isArray(others) && others.every(isOtherClause))) return { fault: 'other_clauses' };
  return {
    terms: {
      expires_at: expires === null ? null : new Date(expires).toISOString(),
      entry_condition: condition,
      notice_days: notice,
      corrections: corrections as Terms['corrections'],
      contact_verification_days: contacts as number | null,
      meetings_days: meetings as number | null,
      ...(isObject(clauses) && { clauses }),
      other_clauses: others as Terms['other_clauses'],
      grants: grants.map((grant: object) => ({ ...DEFAULTS, ...grant }) as unknown as Grant),
    },
  };
}

/** How often contacts are verified and the joint committee meets, as far as it is said. */
export const upkeepOf = (said: Pick<Terms, 'contact_verification_days' | 'meetings_days'>) => ({
  ...(said.contact_verification_days && { contact_verification_days: said.contact_verification_days }),
  ...(said.meetings_days && { meetings_days: said.meetings_days }),
});

/** A text as JSON; undefined if it is none. */
export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Terms as the web API takes them, to begin an amendment with. */
export function asTyped({ grants, ...terms }: Terms): object {
  const { expires_at: expires, entry_condition: entry, notice_days: notice, corrections, clauses } = terms;
  const plain = grants.map((grant) => {
    const { in_words: _, ...rest } = grant as Grant & { in_words?: string };
    return rest;
  });
  const condition = entry && {
    rule: entry.rule,
    ...(entry.date === null ? { days: entry.days } : { date: entry.date }),
  };
  const whole = {
    corrections,
    ...(expires && { expires_at: expires }),
    ...(condition && { entry_condition: condition }),
    ...(notice !== null && { notice_days: notice }),
    ...(clauses && { clauses }),
    ...(terms.other_clauses.length > 0 && { other_clauses: terms.other_clauses }),
    ...upkeepOf(terms),
  };
  return { ...whole, grants: plain };
}
