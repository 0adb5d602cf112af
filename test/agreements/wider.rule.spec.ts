import fc from 'fast-check';
import { OBLIGATIONS } from '../../src/agreements/rules/no-less-owed';
import { FURTHER } from '../../src/agreements/rules/no-wider-further';
import { TERMS } from '../../src/agreements/rules/no-wider';
import type { GrantContent, TermsContent } from '../../src/agreements/rules/terms-content';
import { wider, widerGrant } from '../../src/agreements/rules/wider';
import { arbitraryTerms } from './arbitrary-terms';
import { arbitraryGrant, heldTo } from './narrowing';

const runs = { numRuns: 300 };
const outer: GrantContent = {
  ...{ from: 'pkcert', to: 'cncert', clause: 'Art. 4(1)' },
  information_types: [
    { type: 'indicator', tlp_ceiling: 'AMBER' },
    { type: 'threat_report', tlp_ceiling: 'GREEN' },
  ],
  ...{ categories: ['fraud/phishing', 'malicious-code/c2-server'], sectors: ['banking', 'energy'] },
  ...{ severity: { least: 'low', most: 'high' }, nexus: 'either', pap_ceiling: 'GREEN' },
  ...{ channels: ['csaf', 'rest'], victim_identity: 'sector_only', source_attribution: 'must_not' },
  ...{ personal_data: 'minimised', need: 'push', amber_reach: ['banking', 'energy'] },
  reach_back: '2026-01-01T00:00:00.000Z',
  obligations: {
    permitted_purposes: ['incident_response', 'network_defence'],
    prohibited_purposes: ['sanctions'],
    onward_sharing: 'own_constituents',
    ...{ retention_days: 90, breach_notice_hours: 24 },
    marking: [
      { language: 'en', text: 'Keep.' },
      { language: 'ur', text: 'رکھیں۔' },
    ],
    ...{ encryption_in_transit: 'must', encryption_at_rest: 'must', affected_party_notice: 'via_originator' },
    permitted_actions: 'INTERNALLY VISIBLE ACTIONS',
    access: { need_to_know: true, nationality: ['CN', 'PK'] },
    classification_map: [{ label: 'AMBER', level: 'Restricted' }],
  },
};
const fields = (change: Partial<GrantContent>) =>
  widerGrant({ ...outer, ...change }, outer).map(({ field }) => field);
const obliged = (change: Partial<GrantContent['obligations']>) =>
  fields({ obligations: { ...outer.obligations, ...change } });

describe('terms that are wider', () => {
  it.each<[string, Partial<GrantContent>]>([
    ['information_types', { information_types: [{ type: 'statistics', tlp_ceiling: 'CLEAR' }] }],
    ['tlp_ceiling', { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }] }],
    ['categories', { categories: 'any' }],
    ['categories', { categories: ['fraud'] }],
    ['categories', { categories: ['fraud/copyright'] }],
    ['sectors', { sectors: ['banking', 'health'] }],
    ['severity', { severity: 'any' }],
    ['severity', { severity: { least: 'low' } }],
    ['severity', { severity: { most: 'high' } }],
    ['nexus', { nexus: 'any' }],
    ['pap_ceiling', { pap_ceiling: 'AMBER' }],
    ['pap_ceiling', { pap_ceiling: 'any' }],
    ['channels', { channels: ['csaf', 'taxii'] }],
    ['channels', { channels: 'any' }],
    ['victim_identity', { victim_identity: 'pseudonym' }],
    ['victim_identity', { victim_identity: 'a word of tomorrow' }],
    ['source_attribution', { source_attribution: 'may' }],
    ['personal_data', { personal_data: 'full_with_basis' }],
    ['need', { need: 'both' }],
    ['amber_reach', { amber_reach: 'all_constituents' }],
    ['amber_reach', { amber_reach: ['banking', 'telecom'] }],
    ['reach_back', { reach_back: 'all' }],
    ['reach_back', { reach_back: '2025-12-31T23:59:59.999Z' }],
  ])('%s: %j', (field, change) => expect(fields(change)).toEqual([field]));

  it.each<[string, Partial<GrantContent['obligations']>]>([
    ['permitted_purposes', { permitted_purposes: undefined }],
    ['permitted_purposes', { permitted_purposes: ['research'] }],
    ['prohibited_purposes', { prohibited_purposes: ['offensive_use'] }],
    ['prohibited_purposes', { prohibited_purposes: undefined }],
    ['onward_sharing', { onward_sharing: undefined }],
    ['onward_sharing', { onward_sharing: 'with_prior_written_consent' }],
    ['retention_days', { retention_days: 91 }],
    ['retention_days', { retention_days: undefined }],
    ['breach_notice_hours', { breach_notice_hours: 25 }],
    ['marking', { marking: [{ language: 'en', text: 'Keep.' }] }],
    ['marking', { marking: undefined }],
    ['encryption_in_transit', { encryption_in_transit: 'may' }],
    ['encryption_at_rest', { encryption_at_rest: undefined }],
    ['permitted_actions', { permitted_actions: 'EXTERNALLY VISIBLE DIRECT ACTIONS' }],
    ['permitted_actions', { permitted_actions: 'A WORD OF TOMORROW' }],
    ['affected_party_notice', { affected_party_notice: 'may' }],
    ['access', { access: { need_to_know: true } }],
    ['access', { access: { need_to_know: true, nationality: ['CN', 'DE'] } }],
    ['access', { access: { nationality: ['PK'], contractors_bound: true } }],
    ['classification_map', { classification_map: [{ label: 'AMBER', level: 'Open' }] }],
    ['classification_map', { classification_map: undefined }],
  ])('obligations.%s: %j', (field, change) => expect(obliged(change)).toEqual([`obligations.${field}`]));

  it('are told with the direction, and what each of them says', () => {
    expect(widerGrant({ ...outer, clause: 'Annex 1', victim_identity: 'full' }, outer)).toEqual([
      {
        grant: { from: 'pkcert', to: 'cncert', clause: 'Annex 1' },
        ...{ field: 'victim_identity', inner: 'full', outer: 'sector_only' },
        ...{ inner_says: 'victims are named', outer_says: 'of victims the sector alone is told' },
      },
    ]);
  });

  it('name a term that this version does not know, unless both have it alike', () => {
    const strange = { ...outer, tomorrow: 'anything' } as GrantContent;
    expect(widerGrant(strange, outer).map(({ field }) => field)).toEqual(['tomorrow']);
    expect(widerGrant(outer, strange).map(({ field }) => field)).toEqual(['tomorrow']);
    expect(widerGrant(strange, { ...strange })).toEqual([]);
  });
});

describe('terms that are narrower', () => {
  it.each<Partial<GrantContent>>([
    { information_types: [{ type: 'indicator', tlp_ceiling: 'AMBER' }] },
    { information_types: [{ type: 'indicator', tlp_ceiling: 'CLEAR' }] },
    { categories: ['fraud/phishing'] },
    { severity: { least: 'low', most: 'medium' } },
    { nexus: 'recipient' },
    { pap_ceiling: 'CLEAR' },
    { channels: ['rest'] },
    { victim_identity: 'omit' },
    { personal_data: 'none' },
    { need: 'on_request' },
    { amber_reach: 'own_organisation' },
    { amber_reach: ['energy'] },
    { reach_back: 'none' },
    { reach_back: '2026-01-01T00:00:00.001Z' },
    { clause: 'Annex 1' },
    { obligations: { ...outer.obligations, onward_sharing: 'none', retention_days: 89 } },
    { obligations: { ...outer.obligations, prohibited_purposes: ['offensive_use', 'sanctions'] } },
    {
      obligations: {
        ...outer.obligations,
        marking: [{ language: 'zh', text: '保留。' }, ...outer.obligations.marking!],
        permitted_actions: 'NONE',
        affected_party_notice: 'must_not',
        access: { need_to_know: true, named_persons: true, nationality: ['PK'] },
      },
    },
  ])('%j', (change) => expect(fields(change)).toEqual([]));

  it('name types of a class that the other names whole', () => {
    const classes = { ...outer, categories: ['fraud'] };
    expect(widerGrant({ ...outer, categories: ['fraud/phishing'] }, classes)).toEqual([]);
    expect(widerGrant({ ...outer, categories: ['fraudulent/phishing'] }, classes)).toHaveLength(1);
  });
});

describe('what is said of the whole agreement', () => {
  const whole: TermsContent = {
    ...{ agreement: 'PK-1', kind: 'mou', expires_at: '2027-01-01T00:00:00.000Z', corrections: 'none' },
    parties: [{ organization: 'pkcert', roles: ['operating_cert'] }],
    grants: [outer],
  };
  it.each<[string, Partial<TermsContent>]>([
    ['expires_at', { expires_at: null }],
    ['expires_at', { expires_at: '2027-01-01T00:00:00.001Z' }],
    ['corrections', { corrections: 'allowed' }],
    ['parties', { parties: [...whole.parties, { organization: 'corvia', roles: ['observer'] }] }],
    ['parties', { parties: [{ organization: 'pkcert', roles: ['operating_cert', 'signatory'] }] }],
    ['grant', { grants: [{ ...outer, from: 'cncert', to: 'pkcert' }] }],
  ])('is wider by %s: %j', (field, change) => {
    expect(wider({ ...whole, ...change }, whole).map((one) => one.field)).toEqual([field]);
  });

  it('is another agreement, of another kind, that waits for something else, without being wider', () => {
    const entry_condition = { rule: 'not_before', date: '2026-01-01T00:00:00.000Z' };
    const other = { ...whole, agreement: 'PK-1-A', kind: 'implementing_annex', entry_condition };
    expect(wider(other, whole)).toEqual([]);
  });
});

type Within = (inner: unknown, outer: unknown) => boolean;
const COMPARISONS = Object.entries({ ...TERMS, ...FURTHER, ...OBLIGATIONS }) as [string, Within][];
const valueOf = (name: string, { obligations, ...terms }: GrantContent): unknown =>
  ({ ...terms, ...obligations })[name as 'nexus'];

describe.each(COMPARISONS)('%s', (name, within) => {
  const value = arbitraryGrant.map((grant) => valueOf(name, grant));
  it('is no wider than itself', () =>
    fc.assert(
      fc.property(value, (one) => within(one, one)),
      { numRuns: 50 },
    ));
  it('is no wider than what is wider than something wider', () =>
    fc.assert(
      fc.property(value, value, value, (a, b, c) => !(within(a, b) && within(b, c)) || within(a, c)),
      { numRuns: 200 },
    ));
});

/** As it is once what says the same is written in one way. */
const normal = ({ clause: _, clauses: _of_each, ...grant }: GrantContent) => ({
  ...grant,
  severity:
    grant.severity === 'any'
      ? 'any'
      : { least: grant.severity.least ?? 'none', most: grant.severity.most ?? 'critical' },
});

describe('of any terms', () => {
  it('none are wider than themselves', () =>
    fc.assert(
      fc.property(arbitraryTerms, (one) => wider(one, one).length === 0),
      runs,
    ));

  it('those without one of their grants are not wider', () =>
    fc.assert(
      fc.property(arbitraryTerms, fc.nat(), (one, nth) => {
        const grants = one.grants.filter((_, index) => index !== nth % (one.grants.length || 1));
        expect(wider({ ...one, grants }, one)).toEqual([]);
      }),
      runs,
    ));

  it('those of which neither is wider say the same', () =>
    fc.assert(
      fc.property(arbitraryGrant, arbitraryGrant, (a, b) => {
        const inner = heldTo(a, b);
        expect(widerGrant(inner, b)).toEqual([]);
        if (widerGrant(b, inner).length === 0) expect(normal(b)).toEqual(normal(inner));
      }),
      runs,
    ));

  it('what is within something narrower is within what is wider', () =>
    fc.assert(
      fc.property(arbitraryGrant, arbitraryGrant, arbitraryGrant, (a, b, c) => {
        const middle = heldTo(b, c);
        expect(widerGrant(heldTo(a, middle), c)).toEqual([]);
      }),
      runs,
    ));
});
