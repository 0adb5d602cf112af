import type { Pap, PartTag, Severity, Tlp } from '../../src/disclosure/rules/vocabulary';
import { conditionsOf, type WrittenConditions } from './case-conditions';
import { grantOf, knownCodes, type WrittenGrant } from './case-grants';
import { fact, instant, moment, type Written, type WrittenFact } from './case-instants';
import { officer, verificationOf, type WrittenVerification } from './case-officers';
import { type WrittenOverlay, overlayOf } from './case-overlays';
import type {
  GivenAgreement,
  GivenItem,
  GivenSuspension,
  GivenTerms,
  GivenVersion,
  GivenWorld,
} from './given-world';

interface WrittenTerms {
  joining?: string[];
  'drawn up'?: Written;
  approved?: WrittenFact;
  signed?: Record<string, WrittenFact>;
  'entered into force'?: WrittenFact;
  expires?: Written;
  corrections?: 'allowed' | 'none';
  grant?: Partial<WrittenGrant>;
  grants?: Partial<WrittenGrant>[];
}
interface WrittenPause {
  direction: string;
  /** Of a suspension: of these alone. */
  types?: string[];
  starts: Written;
  ends?: Written;
}
export interface WrittenAgreement {
  reference: string;
  kind?: string;
  below?: string;
  between: string[];
  'approving authority'?: string;
  terms?: WrittenTerms | WrittenTerms[];
  ended?: WrittenFact;
  suspensions?: WrittenPause[];
}
interface WrittenVersion {
  tlp: string;
  type: string;
  categories: string[];
  'product types'?: string[];
  sectors: string[];
  severity?: 'unknown' | Severity;
  nexus?: string[];
  pap?: 'unmarked' | Pap;
  parts?: { tlp?: Tlp; type?: string; pap?: Pap; tells?: PartTag[]; victim?: string }[];
  audience: 'partners' | string[];
  except?: string[];
  named?: string[];
  embargo?: Written;
  released?: Written;
  public?: boolean;
  'third party'?: boolean;
  'released by its author'?: boolean;
  'in an emergency'?: boolean;
}
export interface WrittenItem extends WrittenVersion, WrittenConditions {
  owner: string;
  withdrawn?: Written;
  versions?: Partial<WrittenVersion>[];
}
/** What every case of a file begins with, unless it says otherwise. */
export interface Defaults {
  agreement: WrittenAgreement;
  terms: WrittenTerms;
  grant: WrittenGrant;
  item: WrittenItem;
  verifications?: WrittenVerification[];
}
export interface WrittenWorld {
  agreement?: Partial<WrittenAgreement>;
  agreements?: Partial<WrittenAgreement>[];
  item?: Partial<WrittenItem>;
  stops?: WrittenPause[];
  verifications?: WrittenVerification[];
  overlays?: WrittenOverlay[];
  'refused at entry'?: string;
}

const direction = (written: string): [string, string] | null =>
  written === 'both' ? null : (written.split(' to ') as [string, string]);

function termsOf(defaults: Defaults, given: WrittenTerms, parties: string[]): GivenTerms {
  const terms = { ...defaults.terms, ...given };
  const signed = { ...defaults.terms.signed, ...given.signed };
  const drawnUp = terms['drawn up'];
  return {
    ...(terms.joining && { joining: terms.joining }),
    ...(drawnUp !== undefined && { drawnUp: instant(drawnUp) }),
    approved: fact(terms.approved),
    signed: parties.map((party) => fact(signed[party])),
    entered: fact(terms['entered into force']),
    expires: moment(terms.expires),
    corrections: terms.corrections ?? 'none',
    grants: (terms.grants ?? [terms.grant ?? {}]).map((grant) => grantOf({ ...defaults.grant, ...grant })),
  };
}

const suspensionOf = (written: WrittenPause): GivenSuspension => ({
  from: instant(written.starts),
  until: moment(written.ends),
  direction: direction(written.direction),
  types: written.types ?? null,
});

function agreementOf(defaults: Defaults, given: Partial<WrittenAgreement>): GivenAgreement {
  const agreement = { ...defaults.agreement, ...given };
  const authority = agreement['approving authority'] ?? 'none';
  const written = [agreement.terms ?? {}].flat();
  const parties = [...new Set([...agreement.between, ...written.flatMap(({ joining = [] }) => joining)])];
  return {
    reference: agreement.reference,
    kind: agreement.kind ?? 'mou',
    ...(agreement.below !== undefined && { below: agreement.below }),
    parties: agreement.between,
    authority: authority === 'none' ? null : authority,
    terms: written.map((terms) => termsOf(defaults, terms, parties)),
    ended: fact(agreement.ended),
    suspended: (agreement.suspensions ?? []).map(suspensionOf),
  };
}

const orNone = (written: string): string | null => (written === 'none' ? null : written);
const known = <T extends string>(written: T | 'unknown' | 'unmarked' = 'unknown'): T | null =>
  written === 'unknown' || written === 'unmarked' ? null : written;

function versionOf(written: WrittenVersion): GivenVersion {
  return {
    tlp: orNone(written.tlp) as Tlp | null,
    type: orNone(written.type),
    categories: knownCodes(written.categories),
    productTypes: written['product types'] ?? [],
    sectors: written.sectors,
    severity: known(written.severity),
    nexus: written.nexus ?? [],
    pap: known(written.pap),
    parts: (written.parts ?? []).map(({ tells, ...part }) => ({ ...part, tags: tells })),
    audience: written.audience === 'partners' ? 'any' : written.audience,
    exclude: written.except ?? [],
    named: (written.named ?? []).map(officer),
    embargo: moment(written.embargo),
    released: moment(written.released),
    public: written.public ?? false,
    thirdParty: written['third party'] ?? false,
    byAuthor: written['released by its author'] ?? false,
    emergency: written['in an emergency'] ?? false,
  };
}

function itemOf(defaults: Defaults, given: Partial<WrittenItem>): GivenItem {
  const { versions = [{}], ...item } = { ...defaults.item, ...given };
  return {
    owner: item.owner,
    versions: versions.map((version) => versionOf({ ...item, ...version })),
    withdrawn: moment(item.withdrawn),
    ...conditionsOf(item),
    insisted: true,
  };
}

/** The world of a case. */
export const worldOf = (defaults: Defaults, given: WrittenWorld): GivenWorld => ({
  agreements: (given.agreements ?? [given.agreement ?? {}]).map((one) => agreementOf(defaults, one)),
  items: [itemOf(defaults, given.item ?? {})],
  verifications: (given.verifications ?? defaults.verifications ?? []).map(verificationOf),
  stops: (given.stops ?? []).map((written) => {
    const [from, to] = direction(written.direction)!;
    return { from, to, at: instant(written.starts), until: moment(written.ends) };
  }),
  overlays: (given.overlays ?? []).map(overlayOf),
});
