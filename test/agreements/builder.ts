import type {
  Actor,
  Agreement,
  Direction,
  Fact,
  FactKind,
  Organization,
  Party,
  Pause,
  PartyRole,
  Terms,
} from '../../src/agreements/rules/agreement';
import type { Allowed } from '../../src/agreements/rules/command';
import type { Refused } from '../../src/agreements/rules/refusal';

export const T0 = Date.UTC(2026, 2, 2, 8);

export const organization = (handle: string, kind: string, country: string | null): Organization => ({
  id: `id-of-${handle}`,
  handle,
  kind,
  country,
});

export const moitt = organization('moitt', 'ministry', 'PK');
export const pkcert = organization('pkcert', 'national-cert', 'PK');
export const cncert = organization('cncert', 'national-cert', 'CN');
export const corvia = organization('corvia', 'national-cert', 'XC');
export const dunmere = organization('dunmere', 'national-cert', 'XD');
export const banking = organization('banking', 'sectoral-cert', 'PK');
export const itu = organization('itu', 'international-body', null);

export const party = (one: Organization, ...roles: PartyRole[]): Party => ({ organization: one, roles });
export const person = (one: Organization, name = 'liaison'): Actor => ({
  person: `${name} of ${one.handle}`,
  organization: one,
});
export const way = (from: Organization, to: Organization) => ({ from: from.id, to: to.id });

const PARTIES: readonly Party[] = [
  party(moitt, 'signatory', 'approving_authority'),
  party(pkcert, 'operating_cert'),
  party(cncert, 'signatory', 'operating_cert'),
  party(itu, 'observer'),
];

/** Terms without an end. */
export const termsVersion = (
  number: number,
  parties: readonly Party[],
  grants: readonly Direction[],
  amends = 0,
): Terms => ({
  ...{ number, parties, grants, amends },
  proposedBy: 'moitt',
  expiresAt: null,
  entry: null,
  noticeDays: null,
});

/** A memorandum in draft, signed by the ministry and CNCERT, approved for Pakistan by the ministry's cabinet. */
export function drafted(change: Partial<Agreement> = {}): Agreement {
  const parties = change.parties ?? PARTIES;
  return {
    reference: 'PK-CN-2026',
    kind: 'mou',
    drafter: moitt,
    parties,
    terms: [termsVersion(1, parties, [way(pkcert, cncert), way(cncert, pkcert)])],
    parent: null,
    facts: [],
    pauses: [],
    ...change,
  };
}

let counter = 0;
export const fact = (kind: FactKind, one: Organization, change: Partial<Fact> = {}): Fact => ({
  id: `fact-${(counter += 1)}`,
  kind,
  terms: kind === 'ended' || kind === 'notice_given' ? null : 1,
  party: one.id,
  effectiveAt: T0,
  recordedAt: T0,
  recordedBy: `liaison of ${one.handle}`,
  recordedByOrg: one.id,
  secondPerson: false,
  confirmedAt: null,
  ...change,
});

/** The facts that bring terms into force at an instant. */
export const consents = (at = T0, terms = 1): Fact[] =>
  [
    fact('submitted', moitt, { terms }),
    fact('approved', moitt, { terms }),
    fact('signed', moitt, { terms }),
    fact('signed', cncert, { terms }),
  ].map((one) => ({ ...one, recordedAt: at, effectiveAt: at }));

export const inForce = (change: Partial<Agreement> = {}): Agreement =>
  drafted({ facts: [...consents(), fact('entered_into_force', cncert)], ...change });

export const pause = (one: Organization, change: Partial<Pause> = {}): Pause => ({
  id: `pause-${(counter += 1)}`,
  kind: 'suspension',
  from: null,
  to: null,
  informationTypes: null,
  startsAt: T0,
  endsAt: null,
  recordedAt: T0,
  recordedByOrg: one.id,
  resumption: null,
  ...change,
});

/** The code of a refusal, or `allowed`. */
export const verdictOf = (verdict: Allowed | Refused): string => (verdict.allowed ? 'allowed' : verdict.code);

/** The agreement with the facts of an allowed command recorded by an actor; as it was, when refused. */
export function after(agreement: Agreement, verdict: Allowed | Refused, actor: Actor, at: number): Agreement {
  if (!verdict.allowed) return agreement;
  const made = verdict.facts.map((one): Fact => ({
    ...one,
    id: `fact-${(counter += 1)}`,
    recordedAt: at,
    recordedBy: actor.person,
    recordedByOrg: actor.organization.id,
    confirmedAt: null,
  }));
  return { ...agreement, facts: [...agreement.facts, ...made] };
}
