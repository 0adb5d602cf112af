import { admits, decide, type Decision } from '../../src/disclosure/rules/decide';
import type {
  GrantFacts,
  ItemFacts,
  NamedPerson,
  Question,
  TermsFacts,
} from '../../src/disclosure/rules/question';

export const NOON = Date.parse('2026-06-01T12:00:00Z');

export const terms = (change: Partial<TermsFacts> = {}): TermsFacts => ({
  id: 't',
  number: 1,
  agreement: 'PK-CN-2026',
  kind: 'mou',
  required: [
    { party: 'pk', kind: 'signed' },
    { party: 'cn', kind: 'signed' },
    { party: 'ministry', kind: 'approved' },
  ],
  counted: [
    { party: 'pk', kind: 'signed', from: NOON - 5 },
    { party: 'cn', kind: 'signed', from: NOON - 4 },
    { party: 'ministry', kind: 'approved', from: NOON - 6 },
  ],
  entered: NOON - 3,
  expiresAt: null,
  followedAt: null,
  later: [],
  endedAt: null,
  corrections: 'none',
  ...change,
});
export const grant = (change: Partial<GrantFacts> = {}): GrantFacts => ({
  id: 'g',
  from: 'pk',
  to: 'cn',
  clause: 'Art. 4',
  priority: 0,
  informationTypes: [{ type: 'threat_report', ceiling: 'GREEN' }],
  categories: 'any',
  sectors: 'any',
  severity: 'any',
  nexus: 'any',
  fromCountry: 'PK',
  toCountry: 'CN',
  toOverlay: null,
  papCeiling: 'any',
  channels: 'any',
  victimIdentity: 'omit',
  sourceAttribution: 'must_not',
  personalData: 'none',
  thirdPartyContent: 'with_consent',
  productTypes: 'any',
  reachBack: 'none',
  need: 'push',
  amberReach: 'own_organisation',
  releaseApproval: [],
  emergencyUpTo: null,
  obligations: {},
  terms: terms(),
  pauses: [],
  predecessor: null,
  narrowedBy: [],
  ...change,
});
export const item = (change: Partial<ItemFacts> = {}): ItemFacts => ({
  version: 'v',
  owner: 'pk',
  authors: ['analyst'],
  tlp: 'GREEN',
  informationType: 'threat_report',
  categories: ['fraud/phishing'],
  productTypes: [],
  sectors: ['banking'],
  severity: null,
  nexus: [],
  pap: null,
  thirdParty: false,
  overlay: null,
  embargoUntil: null,
  audience: { any: true, include: [], exclude: [] },
  named: [],
  release: { at: NOON - 1, by: ['releaser'], public: false, emergency: false, supersededAt: null },
  withdrawnAt: null,
  parts: [],
  requested: [],
  consents: [],
  onward: [],
  passedOn: [],
  approvals: [],
  ...change,
});
/** A duty officer of the reader whom the owner holds verified. */
export const zhao: NamedPerson = {
  person: 'zhao',
  of: 'cn',
  verified: [{ from: NOON - 9, until: NOON + 9, endedAt: null }],
};
/** The decision, which the verdict alone has to agree with. */
export function judge(question: Question): Decision {
  const decision = decide(question);
  if (admits(question) !== decision.released) throw new Error('admits() and decide() disagree.');
  return decision;
}
export const ask = (facts: Partial<ItemFacts>, grants: GrantFacts[], change: Partial<Question> = {}) =>
  judge({
    reader: 'cn',
    person: null,
    parent: null,
    at: NOON,
    subject: 'content',
    received: false,
    channel: 'rest',
    purpose: null,
    item: item(facts),
    grants,
    ...change,
  });
/** The rules that forbid on the grant basis. */
export const forbidding = (
  facts: Partial<ItemFacts>,
  given: Partial<GrantFacts> = {},
  change: Partial<Question> = {},
) =>
  ask(facts, [grant(given)], change)
    .bases.find(({ basis }) => basis === 'grant')!
    .verdicts.flatMap(({ rule, verdict }) => (verdict === 'forbids' ? [rule] : []));
export const released = {
  at: NOON - 1,
  by: ['releaser'],
  public: false,
  emergency: false,
  supersededAt: null,
};
