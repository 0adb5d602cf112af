import type { Nexus, Pap, Severity, Tlp } from '../../src/disclosure';

/** Milliseconds since 1970. */
export type Moment = number;

export interface GivenGrant {
  from: string;
  to: string;
  types: [string, Exclude<Tlp, 'RED'>][];
  categories: 'any' | string[];
  sectors: 'any' | string[];
  severity?: 'any' | { least: Severity | null; most: Severity | null };
  nexus?: Nexus;
  papCeiling?: 'any' | Pap;
  reachBack: 'none' | 'all' | Moment;
  priority?: number;
}
export interface GivenTerms {
  approved: Moment | null;
  signed: (Moment | null)[];
  entered: Moment | null;
  expires: Moment | null;
  grants: GivenGrant[];
}
export interface GivenAgreement {
  parties: [string, string];
  authority: string | null;
  terms: GivenTerms[];
  ended: Moment | null;
  suspended: { from: Moment; until: Moment | null; direction: [string, string] | null }[];
}
export interface GivenVersion {
  tlp: Tlp | null;
  type: string | null;
  categories: string[];
  sectors: string[];
  severity?: Severity | null;
  /** Countries. */
  nexus?: string[];
  pap?: Pap | null;
  audience: 'any' | string[];
  exclude: string[];
  embargo: Moment | null;
  released: Moment | null;
  public: boolean;
}
export interface GivenItem {
  owner: string;
  versions: GivenVersion[];
  withdrawn: Moment | null;
}
export interface GivenWorld {
  agreements: GivenAgreement[];
  items: GivenItem[];
  stops: { from: string; to: string; at: Moment; until: Moment | null }[];
}
