import fc from 'fast-check';
import type { Pap, Severity, Tlp } from '../../../src/disclosure';

export const PARTNERS = ['cncert', 'corvia'] as const;
export type Partner = (typeof PARTNERS)[number];
/** The hours of a sequence, counted from its beginning; instants to come are named by them, so that boundaries meet. */
export type Hour = number;

/** What terms say of the one direction they grant. */
export interface Bounds {
  types: [string, Exclude<Tlp, 'RED'>][];
  categories: 'any' | string[];
  severity: 'any' | { least: Severity | null; most: Severity | null };
  nexus: 'any' | 'recipient';
  papCeiling: 'any' | Pap;
  reachBack: 'none' | 'all' | Hour;
  corrections: 'allowed' | 'none';
  /** Whether a duty officer has to approve what is marked so or narrower. */
  approves: Tlp | null;
  expires: Hour | null;
  /** Grants the other direction instead, and so drops this one. */
  drops: boolean;
}
/** Labels of a version. */
export interface Labels {
  tlp: Exclude<Tlp, 'RED'>;
  type: string;
  categories: string[];
  severity: Severity | null;
  nexus: string[];
  pap: Pap | null;
  audience: 'any' | Partner[];
  exclude: Partner[];
  embargo: Hour | null;
  public: boolean;
}

/** What somebody does; `nth` is of what there is, counted round. What is not possible at the moment is skipped. */
export type Act =
  | { do: 'draft' | 'agree'; partner: Partner; bounds: Bounds; authority: boolean; enters: Hour | null }
  | { do: 'propose' | 'amend'; nth: number; bounds: Bounds; enters: Hour | null }
  | { do: 'drop'; nth: number; rejects: boolean }
  | { do: 'step'; nth: number; enters: Hour | null }
  /** Everything, or what is of these types. */
  | {
      do: 'suspend';
      nth: number;
      from: Hour | null;
      until: Hour | null;
      direction: boolean;
      types: string[] | null;
    }
  | { do: 'stop'; partner: Partner }
  | { do: 'resume'; nth: number }
  | { do: 'notice'; nth: number; at: Hour }
  | { do: 'end'; nth: number; at: Hour | null }
  | { do: 'release'; labels: Labels }
  | { do: 'version'; nth: number; labels: Labels }
  | { do: 'withdraw'; nth: number }
  /** A duty officer approves the latest version, or tells a partner of the item on the telephone. */
  | { do: 'approve'; nth: number }
  | { do: 'tell'; nth: number; partner: Partner }
  /** To the next instant at which something changes, one millisecond before or after; or a little on. */
  | { do: 'wait'; boundary: number; offset: -1 | 0 | 1 }
  | { do: 'pull'; partner: Partner; limit: number };
export type Looked = Act & {
  /** Whether everybody asks over HTTP afterwards: what was never served is told of in another way. */
  look: boolean;
};

const hour = fc.integer({ min: 1, max: 8 });
const maybeHour = (none: number) =>
  fc.oneof({ weight: none, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: hour });
/** Mostly the first: of many bounds at once nothing would be shared. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const TYPES = ['threat_report', 'incident_summary'];
const CATEGORIES = ['fraud/phishing', 'malicious-code/c2-server'];

const bounds: fc.Arbitrary<Bounds> = fc.record({
  types: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...TYPES),
      fc.constantFrom<Exclude<Tlp, 'RED'>[]>('AMBER', 'AMBER', 'AMBER', 'GREEN', 'GREEN', 'CLEAR'),
    ),
    { minLength: 1, maxLength: 2, selector: ([type]) => type },
  ),
  categories: mostly<'any' | string[]>('any', [CATEGORIES[0]!]),
  severity: mostly<Bounds['severity']>('any', { least: 'high', most: null }, { least: null, most: 'high' }),
  nexus: mostly<Bounds['nexus']>('any', 'recipient'),
  papCeiling: mostly<Bounds['papCeiling']>('any', 'GREEN'),
  reachBack: fc.constantFrom<Bounds['reachBack'][]>('all', 'all', 'none', 'none', 1, 3),
  corrections: mostly<Bounds['corrections']>('none', 'allowed'),
  approves: fc.constantFrom<Bounds['approves'][]>(null, null, 'GREEN', 'AMBER'),
  expires: maybeHour(5),
  drops: mostly(false, false, true),
});

const labels: fc.Arbitrary<Labels> = fc.record({
  tlp: fc.constantFrom<Labels['tlp'][]>('GREEN', 'GREEN', 'CLEAR', 'AMBER'),
  type: mostly(TYPES[0]!, TYPES[1]!),
  categories: mostly([CATEGORIES[0]!], [CATEGORIES[1]!], CATEGORIES),
  severity: fc.constantFrom<Labels['severity'][]>('high', 'high', 'low', null),
  nexus: fc.constantFrom<string[][]>(['CN', 'PK'], ['CN'], []),
  pap: mostly<Labels['pap']>('GREEN', null, 'AMBER'),
  audience: mostly<Labels['audience']>('any', ['cncert'], ['corvia']),
  exclude: mostly<Labels['exclude']>([], ['cncert'], ['corvia']),
  embargo: maybeHour(5),
  public: fc.boolean(),
});

const nth = fc.nat(3);
const partner = fc.constantFrom(...PARTNERS);
const from = <T extends Act['do']>(name: T, rest: object) =>
  fc.record({ do: fc.constant(name), ...rest } as never) as fc.Arbitrary<Act>;
const weighed: [number, fc.Arbitrary<Act>][] = [
  [1, from('draft', { partner, bounds, authority: fc.boolean(), enters: maybeHour(3) })],
  [2, from('agree', { partner, bounds, authority: mostly(false, true), enters: maybeHour(3) })],
  [1, from('propose', { nth, bounds, enters: maybeHour(3) })],
  [4, from('amend', { nth, bounds, enters: maybeHour(3) })],
  [2, from('step', { nth, enters: maybeHour(3) })],
  [1, from('drop', { nth, rejects: fc.boolean() })],
  [
    4,
    from('suspend', {
      ...{ nth, from: maybeHour(3), until: maybeHour(1), direction: fc.boolean() },
      types: fc.constantFrom<(string[] | null)[]>(null, [TYPES[0]!], [TYPES[1]!], TYPES),
    }),
  ],
  [2, from('stop', { partner })],
  [4, from('resume', { nth })],
  [1, from('notice', { nth, at: hour })],
  [1, from('end', { nth, at: maybeHour(1) })],
  [6, from('release', { labels })],
  [4, from('version', { nth, labels })],
  [1, from('withdraw', { nth })],
  [3, from('approve', { nth })],
  [2, from('tell', { nth, partner })],
  [8, from('wait', { boundary: fc.nat(2), offset: fc.constantFrom(-1, 0, 1) })],
  [2, from('pull', { partner, limit: fc.constantFrom(1, 2, 1000) })],
];

/** Each partner begins with agreements in force of these bounds, and PKCERT with these items. */
export interface Sequence {
  begun: { partner: Partner; bounds: Bounds }[];
  acts: Looked[];
}
export const sequence = (longest: number): fc.Arbitrary<Sequence> =>
  fc.record({
    begun: fc.array(fc.record({ partner, bounds: bounds.map((one) => ({ ...one, drops: false })) }), {
      minLength: 1,
      maxLength: 3,
    }),
    acts: fc.array(
      fc
        .tuple(fc.oneof(...weighed.map(([weight, arbitrary]) => ({ weight, arbitrary }))), fc.boolean())
        .map(([act, look]): Looked => ({ ...act, look })),
      { minLength: 3, maxLength: longest },
    ),
  });
