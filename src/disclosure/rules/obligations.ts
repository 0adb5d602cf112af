import { accessInWords, levelsInWords, markingInWords, PARTY_NOTICE_IN_WORDS } from './handling-in-words';
import { type AccessTerm, FROM_STRICTEST } from './handling-terms';
import type { GrantFacts, Instant, NarrowingFacts } from './question';
import type { Survival } from './lasting-terms';
import { livesOnAsLong, survivalInWords } from './survival';
import { type GrantObligations, SEVERITIES, type WithinTime } from './vocabulary';

/** One obligation that goes with what is disclosed. It outlives the agreement. */
export interface Obligation {
  readonly rule: string;
  readonly term: keyof GrantObligations;
  readonly value: GrantObligations[keyof GrantObligations];
  readonly clause: string;
  readonly says: string;
  /** Until when it has to be met; null where that depends on what happens. */
  readonly due: Instant | null;
}

const DAY = 86_400_000;
const words = (codes: readonly string[]) => codes.map((code) => code.replaceAll('_', ' ')).join(', ');
const ONWARD = {
  none: 'It is passed on to nobody.',
  own_constituents: 'It is passed on to own constituents only.',
  with_prior_written_consent: 'It is passed on only with the prior written consent of the originator.',
} as const;

const DESTROYED = { delete: 'deleting it', return: 'returning it' } as const;
const COMPELLED_WORDS = {
  notify_before:
    'The originator is told before it is disclosed to a court or an authority that compels to it.',
  notify_at_once: 'The originator is told at once when a court or an authority compels to disclose it.',
  resist_where_lawful:
    'Where the law lets it, the recipient resists a court or an authority that compels to disclose it, and tells the originator.',
} as const;
const HOLDER_WORDS = {
  recipient: 'The recipient',
  originator: 'The originator',
  either: 'Either side',
} as const;

/** A time as people say it: days, hours and minutes, without what is none. */
export function timeInWords(minutes: number): string {
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}

function withinInWords({ minutes, by_severity: others, working_hours: hours }: WithinTime): string {
  // A time of working hours has no days: a working day is as long as the terms say.
  const say = (count: number) =>
    hours && count >= 60 ? `${Math.floor(count / 60)} h ${count % 60} min` : timeInWords(count);
  const named = SEVERITIES.filter((one) => others?.[one] !== undefined).toReversed();
  const except = named.map((one) => `${say(others![one]!)} with severity ${one}`);
  const when = hours
    ? `of working time (${hours.days.join(', ')}, ${hours.from} to ${hours.until}, ${hours.zone}${hours.holidays ? `, but for ${hours.holidays.length} ${hours.holidays.length === 1 ? 'holiday' : 'holidays'}` : ''})`
    : 'around the clock';
  return [say(minutes), ...except].join(', ') + ` ${when}`;
}

type Said = Required<GrantObligations>;
interface Rule<Term extends keyof GrantObligations> {
  readonly id: string;
  readonly says: (value: Said[Term]) => string;
  readonly due?: (value: Said[Term], at: Instant) => Instant;
}
/** A rule for each term, in the order in which they are told. */
const RULES: { readonly [Term in keyof Said]: Rule<Term> } = {
  permitted_purposes: { id: 'O-01', says: (value) => `It is used for ${words(value)} only.` },
  prohibited_purposes: { id: 'O-02', says: (value) => `It is not used for ${words(value)}.` },
  onward_sharing: { id: 'O-03', says: (value) => ONWARD[value] },
  retention_days: {
    id: 'O-04',
    says: (value) => `It is destroyed within ${value} days.`,
    due: (value, at) => at + value * DAY,
  },
  breach_notice_hours: {
    id: 'O-05',
    says: (value) => `The originator is told of a loss or misuse within ${value} hours.`,
  },
  acknowledge_within: {
    id: 'O-06',
    says: (value) => `Its arrival is acknowledged within ${withinInWords(value)}.`,
  },
  destruction: {
    id: 'O-07',
    says: ({ means, certificate, logs_exempt }) =>
      `What may no longer be kept is done away with by ${DESTROYED[means]}${certificate ? ', with a certificate' : ''}; logs and backups are ${logs_exempt ? '' : 'not '}exempt.`,
  },
  legal_hold: {
    id: 'O-08',
    says: (value) => `${HOLDER_WORDS[value]} may hold destruction for legal reasons.`,
  },
  compelled_disclosure: { id: 'O-09', says: (value) => COMPELLED_WORDS[value] },
  post_termination: {
    id: 'O-10',
    says: ({ rule, days }) =>
      rule === 'keep_under_terms'
        ? 'After the end of the agreement it is kept under its terms.'
        : `It is ${rule === 'return' ? 'returned' : 'destroyed'} within ${days} days after the end of the agreement.`,
  },
  survival: { id: 'O-11', says: survivalInWords },
  feedback: {
    id: 'O-12',
    says: (value) => `The originator hopes to be told of ${words(value)}; it has no date.`,
  },
  marking: { id: 'O-14', says: markingInWords },
  encryption_in_transit: {
    id: 'O-15',
    says: (value) =>
      value === 'must' ? 'It is sent encrypted only.' : 'It may be sent without being encrypted.',
  },
  encryption_at_rest: {
    id: 'O-16',
    says: (value) =>
      value === 'must' ? 'It is kept encrypted only.' : 'It may be kept without being encrypted.',
  },
  permitted_actions: { id: 'O-17', says: (value) => `Actions permitted with it (IEP 2.0): ${value}.` },
  affected_party_notice: { id: 'O-18', says: (value) => PARTY_NOTICE_IN_WORDS[value] },
  access: { id: 'O-19', says: accessInWords },
  classification_map: { id: 'O-20', says: levelsInWords },
};
export const OBLIGATION_TERMS = Object.keys(RULES) as (keyof GrantObligations)[];
export const OBLIGATION_RULES = OBLIGATION_TERMS.map((term) => RULES[term].id);

function obligation<Term extends keyof GrantObligations>(
  term: Term,
  value: Said[Term],
  clause: string,
  at: Instant,
): Obligation {
  const { id, says, due } = RULES[term];
  return { rule: id, term, value, clause, says: says(value), due: due?.(value, at) ?? null };
}

/** What what is said obliges to, in words. */
export const obligationsInWords = (said: GrantObligations): string[] =>
  obligationsOf({ obligations: said, clause: '' }, 0).map(({ says }) => says);

/**
 * The obligations that go with what is disclosed under a grant; none without one, as with what is public or one's own
 * (design, section 3, O-rules).
 * @param at when it becomes known to the recipient
 */
export function obligationsOf(
  grant: Pick<GrantFacts, 'obligations' | 'clause'> | null,
  at: Instant,
): Obligation[] {
  if (grant === null) return [];
  return OBLIGATION_TERMS.flatMap((term) => {
    const value = grant.obligations[term];
    return value === undefined ? [] : [obligation(term, value as never, grant.clause, at)];
  });
}

/** Of what JSON can say; the order of names says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [own, others] = [Object.entries(one), Object.entries(other)];
  return (
    own.length === others.length &&
    own.every(([name, value]) => isSame(value, (other as Record<string, unknown>)[name]))
  );
}

const hasAll = (list: readonly unknown[], wanted: readonly unknown[]): boolean =>
  wanted.every((one) => list.some((other) => isSame(one, other)));

/** Everything that the other asks of who has it; of countries no others. */
function isAsStrict({ nationality, ...own }: AccessTerm, other: AccessTerm): boolean {
  const { nationality: others, ...asked } = other;
  return (
    Object.keys(asked).every((name) => Object.hasOwn(own, name)) &&
    (others === undefined || (nationality !== undefined && hasAll(others, nationality)))
  );
}

/** Whether an obligation asks at least as much of the recipient as another of the same term. */
function asksAsMuch({ term, value }: Obligation, other: Obligation): boolean {
  if (term !== other.term) return false;
  if (Array.isArray(value) && Array.isArray(other.value)) {
    const [own, others]: (readonly unknown[])[] = [value, other.value];
    // Of texts and levels all are owed, as of what is prohibited.
    return term === 'permitted_purposes' ? hasAll(others!, own!) : hasAll(own!, others!);
  }
  if (term === 'access') return isAsStrict(value as AccessTerm, other.value as AccessTerm);
  if (Object.hasOwn(FROM_STRICTEST, term)) {
    const order: readonly unknown[] = FROM_STRICTEST[term as keyof typeof FROM_STRICTEST];
    return order.indexOf(value) <= order.indexOf(other.value);
  }
  if (term === 'survival') return livesOnAsLong(value as Survival, other.value as Survival);
  if (typeof value === 'number') return value <= Number(other.value);
  // Whoever may hold besides the one asks less.
  if (term === 'legal_hold' && other.value === 'either') return true;
  // What needs consent and what stays with constituents are not within each other: both hold.
  return isSame(value, other.value) || value === 'none';
}

/** Of obligations, in the order of their terms, those that no other of them makes needless; of equals the first. */
const strictestOf = (found: readonly Obligation[]): Obligation[] =>
  found
    .filter(
      (one, place) =>
        !found.some(
          (other, at) => at !== place && asksAsMuch(other, one) && (at < place || !asksAsMuch(one, other)),
        ),
    )
    .toSorted((one, other) => OBLIGATION_TERMS.indexOf(one.term) - OBLIGATION_TERMS.indexOf(other.term));

/**
 * The same of what a question was answered with: under a grant, the stricter of what it obliges to and of what the
 * instruments below it do that speak of the item. One of theirs names the instrument beside its clause.
 */
export const obligationsUnder = (
  grant: GrantFacts | null,
  instruments: readonly NarrowingFacts[],
  at: Instant,
): Obligation[] =>
  strictestOf([
    ...obligationsOf(grant, at),
    ...(grant ? instruments : []).flatMap(({ obligations, clause, terms }) =>
      obligationsOf({ obligations, clause: `${terms.agreement} ${clause}` }, at),
    ),
  ]);
