import fc from 'fast-check';
import { GRANT_CLAUSES, TERMS_CLAUSES } from '../../src/agreements/rules/claused-terms';
import {
  canonicalTerms,
  type GrantContent,
  type TermsContent,
} from '../../src/agreements/rules/terms-content';
import {
  CHANNELS,
  INFORMATION_TYPES,
  NEEDS,
  NEXUSES,
  ONWARD_SHARING,
  PAP_LEVELS,
  PERMITTED_PURPOSES,
  PERSONAL_DATA,
  PROHIBITED_PURPOSES,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  SOURCE_ATTRIBUTION,
  TLP_LABELS,
  VICTIM_IDENTITY,
} from '../../src/disclosure/rules/vocabulary';

const some = (codes: readonly string[]) => fc.subarray([...codes], { minLength: 1 });
const anyOr = (codes: readonly string[]) => fc.oneof(fc.constant('any' as const), some(codes));
const date = fc.constantFrom('2026-01-01T00:00:00.000Z', '2027-06-30T12:00:00.000Z');
const TEAMS = ['cncert', 'corvia', 'pkcert'];
const severity = fc.oneof(
  fc.constant('any' as const),
  fc.constantFrom(...SEVERITIES).map((least) => ({ least })),
  fc.constantFrom(...SEVERITIES).map((most) => ({ most })),
);

const obligations = fc.record(
  {
    permitted_purposes: some(PERMITTED_PURPOSES),
    prohibited_purposes: some(PROHIBITED_PURPOSES),
    onward_sharing: fc.constantFrom(...ONWARD_SHARING),
    retention_days: fc.integer({ min: 1, max: 36_500 }),
    breach_notice_hours: fc.integer({ min: 1, max: 8760 }),
  },
  { requiredKeys: [] },
);

const clausesOf = (terms: readonly string[]) =>
  fc.option(
    fc.dictionary(fc.constantFrom(...terms), fc.constantFrom('Art. 3', 'Art. 7(2)'), {
      minKeys: 1,
      maxKeys: 3,
    }),
    { nil: undefined },
  );

const otherClauses = fc.option(
  fc.uniqueArray(
    fc.record(
      {
        number: fc.constantFrom('Art. 9', 'Art. 10', 'Art. 11'),
        language: fc.constantFrom('en', 'ur'),
        heading: fc.constantFrom('Costs', 'Joint committee'),
        text: fc.constant('Each bears its own.'),
        owner_role: fc.constantFrom('signatory', 'depositary'),
        binding: fc.constantFrom('binding', 'non_binding'),
      },
      { requiredKeys: ['number', 'heading'] },
    ),
    { minLength: 1, maxLength: 4, selector: ({ number, language }) => `${number} ${language ?? ''}` },
  ),
  { nil: undefined },
);

/** What a grant says, whatever its direction. */
const said: fc.Arbitrary<Omit<GrantContent, 'from' | 'to'>> = fc
  .record({
    clause: fc.constantFrom('Art. 1', 'Art. 2(1)'),
    information_types: some(INFORMATION_TYPES).chain((types) =>
      fc
        .array(fc.constantFrom(...TLP_LABELS), { minLength: types.length, maxLength: types.length })
        .map((labels) => types.map((type, n) => ({ type, tlp_ceiling: labels[n]! }))),
    ),
    categories: anyOr(RSIT_CODES),
    sectors: anyOr(SECTORS),
    severity,
    nexus: fc.constantFrom(...NEXUSES),
    pap_ceiling: fc.constantFrom('any', ...PAP_LEVELS),
    channels: anyOr(CHANNELS),
    victim_identity: fc.constantFrom(...VICTIM_IDENTITY),
    source_attribution: fc.constantFrom(...SOURCE_ATTRIBUTION),
    personal_data: fc.constantFrom(...PERSONAL_DATA),
    need: fc.constantFrom(...NEEDS),
    amber_reach: fc.oneof(
      fc.constantFrom('own_organisation', 'all_constituents'),
      some(['banking', 'energy', 'telecom']),
    ),
    reach_back: fc.oneof(fc.constantFrom('none', 'all'), date),
    obligations,
    clauses: clausesOf(GRANT_CLAUSES),
  })
  .map(({ clauses, ...said }) => ({ ...said, ...(clauses && { clauses }) }));

const ways = TEAMS.flatMap((from) => TEAMS.filter((to) => to !== from).map((to) => ({ from, to })));

/** Any content of terms, in canonical form. */
export const arbitraryTerms: fc.Arbitrary<TermsContent & { accord: 'terms/1' }> = fc
  .record({
    agreement: fc.constantFrom('PK-CN-2026', 'PK-XC-2026'),
    kind: fc.constantFrom('mou', 'treaty'),
    parties: fc
      .subarray(TEAMS)
      .chain((teams) =>
        fc.tuple(
          ...teams.map((organization) =>
            some(['signatory', 'operating_cert', 'observer']).map((roles) => ({ organization, roles })),
          ),
        ),
      ),
    expires_at: fc.option(date),
    entry_condition: fc.oneof(
      date.map((from) => ({ rule: 'not_before', date: from })),
      fc.record({
        rule: fc.constantFrom('after_last_signature', 'after_last_notification'),
        days: fc.nat({ max: 3650 }),
      }),
      fc.constant(undefined),
    ),
    notice_days: fc.option(fc.integer({ min: 1, max: 3650 })),
    corrections: fc.constantFrom('allowed', 'none'),
    clauses: clausesOf(TERMS_CLAUSES),
    other_clauses: otherClauses,
    grants: fc
      .subarray(ways)
      .chain((chosen) => fc.tuple(...chosen.map((way) => said.map((rest) => ({ ...way, ...rest }))))),
  })
  .map(({ entry_condition: entry, notice_days: days, clauses, other_clauses, ...content }) =>
    canonicalTerms({
      ...content,
      ...(entry && { entry_condition: entry }),
      ...(days !== null && { notice_days: days }),
      ...(clauses && { clauses }),
      ...(other_clauses && { other_clauses }),
    }),
  );
