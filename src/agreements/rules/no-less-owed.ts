import { among, atMost, type NoWider, prohibitsAll, whereSaid, withinOnward } from './no-wider';
import type { SaidObligations, SaidTime } from './terms-content';

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
} as const satisfies { readonly [Name in keyof Required<SaidObligations>]: Owed<Name> };
