import fc from 'fast-check';
import { GRANT_CLAUSES, TERMS_CLAUSES } from '../../src/agreements/rules/claused-terms';
import {
  canonicalTerms,
  type GrantContent,
  type TermsContent,
} from '../../src/agreements/rules/terms-content';
import {
  APPROVAL_LEVELS,
  CHANNELS,
  INFORMATION_TYPES,
  NEEDS,
  NEXUSES,
  PAP_LEVELS,
  PERSONAL_DATA,
  PRODUCT_TYPES,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  SOURCE_ATTRIBUTION,
  TLP_LABELS,
  VICTIM_IDENTITY,
} from '../../src/disclosure/rules/vocabulary';
import { obligations, some, withinTime } from './arbitrary-obligations';

const anyOr = (codes: readonly string[]) => fc.oneof(fc.constant('any' as const), some(codes));
const date = fc.constantFrom('2026-01-01T00:00:00.000Z', '2027-06-30T12:00:00.000Z');
const TEAMS = ['cncert', 'corvia', 'pkcert'];
const severity = fc.oneof(
  fc.constant('any' as const),
  fc.constantFrom(...SEVERITIES).map((least) => ({ least })),
  fc.constantFrom(...SEVERITIES).map((most) => ({ most })),
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
const always = {
  clause: fc.constantFrom('Art. 1', 'Art. 2(1)'),
  information_types: some(INFORMATION_TYPES).chain((types) =>
    fc
      .array(fc.constantFrom(...TLP_LABELS), { minLength: types.length, maxLength: types.length })
      .map((labels) => types.map((type, n) => ({ type, tlp_ceiling: labels[n]! }))),
  ),
  categories: anyOr([...RSIT_CODES, 'cn:GB/T 20986-2023#MI', 'pk:CERT categories#3']),
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
};
const products = some(PRODUCT_TYPES);
/** Left out where they say nothing. */
const sometimes = {
  third_party_content: fc.constantFrom('forward', 'never'),
  product_types: fc.oneof(
    products.map((include) => ({ include })),
    products.map((exclude) => ({ exclude })),
  ),
  default_label: fc.constantFrom(...TLP_LABELS),
  respond_within: withinTime,
  update_interval_hours: fc.integer({ min: 1, max: 8760 }),
  clauses: fc.dictionary(fc.constantFrom(...GRANT_CLAUSES), fc.constantFrom('Art. 3', 'Art. 7(2)'), {
    minKeys: 1,
    maxKeys: 3,
  }),
  emergency_release: fc.record({ up_to: fc.constantFrom(...TLP_LABELS) }),
  release_approval: fc.uniqueArray(
    fc.record(
      {
        tlp: fc.constantFrom(...TLP_LABELS),
        severity: fc.constantFrom(...SEVERITIES),
        needs: fc.constantFrom(...APPROVAL_LEVELS),
      },
      { requiredKeys: ['needs'] },
    ),
    { minLength: 1, maxLength: 4, selector: ({ tlp, severity: severe }) => `${tlp} ${severe}` },
  ),
};
const said: fc.Arbitrary<Omit<GrantContent, 'from' | 'to'>> = fc.record(
  { ...always, ...sometimes },
  { requiredKeys: Object.keys(always) as (keyof typeof always)[] },
);

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
    contact_verification_days: fc.option(fc.integer({ min: 1, max: 366 }), { nil: undefined }),
    meetings_days: fc.option(fc.integer({ min: 1, max: 1830 }), { nil: undefined }),
    clauses: clausesOf(TERMS_CLAUSES),
    other_clauses: otherClauses,
    grants: fc
      .subarray(ways)
      .chain((chosen) => fc.tuple(...chosen.map((way) => said.map((rest) => ({ ...way, ...rest }))))),
  })
  .map(
    ({
      entry_condition: entry,
      notice_days: days,
      contact_verification_days: contacts,
      meetings_days: meetings,
      clauses,
      other_clauses,
      ...content
    }) =>
      canonicalTerms({
        ...content,
        ...(entry && { entry_condition: entry }),
        ...(days !== null && { notice_days: days }),
        ...(contacts !== undefined && { contact_verification_days: contacts }),
        ...(meetings !== undefined && { meetings_days: meetings }),
        ...(clauses && { clauses }),
        ...(other_clauses && { other_clauses }),
      }),
  );
