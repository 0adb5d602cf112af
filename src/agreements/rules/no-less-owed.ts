import { among, atMost, type NoWider, prohibitsAll, upTo, whereSaid, withinOnward } from './no-wider';
import type { SaidAccess, SaidObligations, SaidTime } from './terms-content';

type Owed<Name extends keyof SaidObligations> = NoWider<SaidObligations[Name]>;

const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'] as const;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** No later, whatever the severity. Around the clock is over sooner than as many working minutes; other hours are later. */
export const noLater: NoWider<SaidTime> = (inner, outer) => {
  const within = ({ minutes, by_severity: by }: SaidTime) => [
    minutes,
    ...SEVERITIES.map((one) => by?.[one] ?? minutes),
  ];
  const hours = inner.working_hours === undefined || same(inner.working_hours, outer.working_hours);
  return hours && within(inner).every((minutes, nth) => minutes <= within(outer)[nth]!);
};

/** By the same means, with a certificate where one is owed, and of logs too where they are. */
const asThoroughly: NoWider<NonNullable<SaidObligations['destruction']>> = (inner, outer) =>
  inner.means === outer.means &&
  (inner.certificate || !outer.certificate) &&
  (!inner.logs_exempt || outer.logs_exempt);

/** Who may hold destruction: nobody unless it is said, so that here saying something lets more. */
const heldByNoMore: Owed<'legal_hold'> = (inner, outer) =>
  inner === undefined || inner === outer || outer === 'either';

const goneAsSoon: NoWider<NonNullable<SaidObligations['post_termination']>> = (inner, outer) =>
  outer.rule === 'keep_under_terms' ||
  (inner.rule === outer.rule &&
    inner.days !== undefined &&
    outer.days !== undefined &&
    inner.days <= outer.days);

/** What is not said lives on without an end, so that saying something may let it end. */
const livesOnAsLong: Owed<'survival'> = (inner, outer) =>
  SURVIVING.every((what) => yearsOf(inner, what) >= yearsOf(outer, what));
const SURVIVING = ['confidentiality', 'purposes', 'onward_sharing', 'retention', 'attribution'] as const;
const yearsOf = (said: SaidObligations['survival'], what: (typeof SURVIVING)[number]): number => {
  const years = said?.[what] ?? 'indefinite';
  return years === 'indefinite' ? Infinity : years;
};
/**
 * The words of terms that have one, from the strictest. They are those of disclosure’s vocabulary, which rules here do
 * not import; a test holds them to it.
 */
export const FROM_STRICTEST = {
  encryption_in_transit: ['must', 'may'],
  encryption_at_rest: ['must', 'may'],
  permitted_actions: [
    'NONE',
    'CONTACT FOR INSTRUCTION',
    'INTERNALLY VISIBLE ACTIONS',
    'EXTERNALLY VISIBLE INDIRECT ACTIONS',
    'EXTERNALLY VISIBLE DIRECT ACTIONS',
  ],
  affected_party_notice: ['must_not', 'via_originator', 'may'],
} as const;

/** Every text is printed, and every level kept, that the other has. */
const hasEach: NoWider<readonly object[] | undefined> = (inner, outer) =>
  (outer ?? []).every((one) => (inner ?? []).some((other) => sameEntries(one, other)));
const sameEntries = (one: object, other: object): boolean =>
  same(Object.entries(one).sort(), Object.entries(other).sort());

/** What the other asks of who has it is asked; of countries no others. */
const toNoOthers: NoWider<SaidAccess> = (inner, outer) =>
  (['need_to_know', 'named_persons', 'contractors_bound'] as const).every(
    (name) => !outer[name] || inner[name],
  ) && whereSaid<readonly string[]>(among)(inner.nationality, outer.nationality);

/** Whether what one grant obliges to is no less than what another does, for each term. */
export const OBLIGATIONS = {
  permitted_purposes: whereSaid<readonly string[]>(among),
  prohibited_purposes: prohibitsAll,
  onward_sharing: withinOnward,
  retention_days: whereSaid(atMost),
  breach_notice_hours: whereSaid(atMost),
  acknowledge_within: whereSaid(noLater),
  destruction: whereSaid(asThoroughly),
  legal_hold: heldByNoMore,
  compelled_disclosure: whereSaid<string>((inner, outer) => inner === outer),
  post_termination: whereSaid(goneAsSoon),
  survival: livesOnAsLong,
  feedback: prohibitsAll,
  marking: hasEach,
  encryption_in_transit: whereSaid(upTo(FROM_STRICTEST.encryption_in_transit)),
  encryption_at_rest: whereSaid(upTo(FROM_STRICTEST.encryption_at_rest)),
  permitted_actions: whereSaid(upTo(FROM_STRICTEST.permitted_actions)),
  affected_party_notice: whereSaid(upTo(FROM_STRICTEST.affected_party_notice)),
  access: whereSaid(toNoOthers),
  classification_map: hasEach,
} as const satisfies { readonly [Name in keyof Required<SaidObligations>]: Owed<Name> };
