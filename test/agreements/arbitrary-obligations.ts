import fc from 'fast-check';
import {
  AFFECTED_PARTY_NOTICE,
  ENCRYPTION,
  PERMITTED_ACTIONS,
} from '../../src/disclosure/rules/handling-terms';
import { FEEDBACK, SURVIVING } from '../../src/disclosure/rules/lasting-terms';
import {
  COMPELLED,
  DESTRUCTION_MEANS,
  HOLDERS,
  ONWARD_SHARING,
  PERMITTED_PURPOSES,
  PROHIBITED_PURPOSES,
  TLP_LABELS,
  WORKING_DAYS,
} from '../../src/disclosure/rules/vocabulary';

export const some = (codes: readonly string[]) => fc.subarray([...codes], { minLength: 1 });

const minutes = fc.integer({ min: 1, max: 525_600 });
const workingHours = fc.record(
  {
    zone: fc.constantFrom('Asia/Karachi', 'Europe/Berlin'),
    days: some(WORKING_DAYS),
    from: fc.constantFrom('00:00', '09:00'),
    until: fc.constantFrom('17:30', '24:00'),
    holidays: some(['2026-03-23', '2026-10-01']),
  },
  { requiredKeys: ['zone', 'days', 'from', 'until'] },
);
export const withinTime = fc.record(
  {
    minutes,
    by_severity: fc.constantFrom<{ critical?: number; high?: number; low?: number }>(
      { critical: 30 },
      { high: 60, low: 5760 },
    ),
    working_hours: workingHours,
  },
  { requiredKeys: ['minutes'] },
);

/** Any obligations of a grant; each may be left out. */
export const obligations = fc.record(
  {
    permitted_purposes: some(PERMITTED_PURPOSES),
    prohibited_purposes: some(PROHIBITED_PURPOSES),
    onward_sharing: fc.constantFrom(...ONWARD_SHARING),
    retention_days: fc.integer({ min: 1, max: 36_500 }),
    breach_notice_hours: fc.integer({ min: 1, max: 8760 }),
    acknowledge_within: withinTime,
    destruction: fc.record({
      means: fc.constantFrom(...DESTRUCTION_MEANS),
      certificate: fc.boolean(),
      logs_exempt: fc.boolean(),
    }),
    legal_hold: fc.constantFrom(...HOLDERS),
    compelled_disclosure: fc.constantFrom(...COMPELLED),
    post_termination: fc.oneof(
      fc.constant({ rule: 'keep_under_terms' as const }),
      fc.record({ rule: fc.constantFrom('destroy', 'return'), days: fc.integer({ min: 1, max: 36_500 }) }),
    ),
    survival: fc.dictionary(
      fc.constantFrom(...SURVIVING),
      fc.oneof(fc.constant('indefinite' as const), fc.integer({ min: 1, max: 100 })),
      { minKeys: 1, maxKeys: 5, noNullPrototype: true },
    ),
    feedback: some(FEEDBACK),
    marking: fc.uniqueArray(
      fc.record({ language: fc.constantFrom('en', 'ur', 'zh'), text: fc.constantFrom('Keep.', 'Return.') }),
      { minLength: 1, selector: ({ language }) => language },
    ),
    encryption_in_transit: fc.constantFrom(...ENCRYPTION),
    encryption_at_rest: fc.constantFrom(...ENCRYPTION),
    permitted_actions: fc.constantFrom(...PERMITTED_ACTIONS),
    affected_party_notice: fc.constantFrom(...AFFECTED_PARTY_NOTICE),
    access: fc
      .record(
        {
          need_to_know: fc.constant(true as const),
          named_persons: fc.constant(true as const),
          nationality: some(['CN', 'PK']),
          contractors_bound: fc.constant(true as const),
        },
        { requiredKeys: [] },
      )
      .filter((said) => Object.keys(said).length > 0),
    classification_map: some(TLP_LABELS).map((labels) =>
      labels.map((label, n) => ({ label, level: `Level ${n}` })),
    ),
  },
  { requiredKeys: [] },
);
