import type { GrantFacts, ItemFacts, Question } from '../../../src/disclosure/rules/question';
import {
  INFORMATION_TYPES,
  PAP_LEVELS,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  TLP_LABELS,
} from '../../../src/disclosure/rules/vocabulary';

/** The instant at which everything is asked. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');
const DAY = 86_400_000;

/** Numbers that are the same in every run (mulberry32), so that two runs ask the same. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Teams of which each gives to some others, items of them, and questions about both. */
export interface DecisionWorld {
  readonly teams: readonly string[];
  readonly grants: readonly GrantFacts[];
  readonly questions: readonly Question[];
}

export interface WorldSizes {
  organizations: number;
  /** From how many others a team receives. */
  partners: number;
  questions: number;
}

const COUNTRIES = ['PK', 'CN', 'XA', 'XB', 'XC'];

/** Builds a world in which about half of what is asked is admitted. */
export function decisionWorld({ organizations, partners, questions }: WorldSizes): DecisionWorld {
  const next = numbers(2026);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const some = <T>(values: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => pick(values))),
  ];
  const seldom = <T, U>(share: number, value: T, other: U): T | U => (next() < share ? value : other);
  const teams = Array.from({ length: organizations }, (_, n) => `team-${n}`);
  const countryOf = new Map(teams.map((team) => [team, pick(COUNTRIES)]));

  const grantOf = (from: string, to: string, n: number): GrantFacts => {
    const entered = NOW - (30 + Math.floor(next() * 300)) * DAY;
    return {
      id: `grant-${from}-${to}-${n}`,
      from,
      to,
      clause: `Art. ${n + 1}`,
      priority: n,
      informationTypes: INFORMATION_TYPES.filter(() => next() < 0.8).map((type) => ({
        type,
        ceiling: pick(['GREEN', 'AMBER', 'AMBER+STRICT', 'AMBER+STRICT'] as const),
      })),
      categories: seldom(
        0.25,
        RSIT_CODES.filter(() => next() < 0.95),
        'any' as const,
      ),
      sectors: seldom(
        0.25,
        SECTORS.filter(() => next() < 0.9),
        'any' as const,
      ),
      severity: seldom(0.2, { least: 'low' as const, most: null }, 'any' as const),
      nexus: seldom(0.1, 'either' as const, 'any' as const),
      fromCountry: countryOf.get(from)!,
      toCountry: countryOf.get(to)!,
      toOverlay: null,
      papCeiling: seldom(0.2, 'AMBER' as const, 'any' as const),
      channels: 'any',
      victimIdentity: 'omit',
      sourceAttribution: 'must_not',
      personalData: 'none',
      thirdPartyContent: 'with_consent',
      productTypes: 'any',
      need: 'push',
      amberReach: 'own_organisation',
      releaseApproval: [],
      emergencyUpTo: null,
      obligations: {},
      reachBack: seldom(0.5, 'all' as const, 'none' as const),
      terms: {
        id: `terms-${from}-${to}-${n}`,
        number: 1,
        agreement: `AGR-${from}-${to}-${n}`.toUpperCase(),
        kind: 'mou',
        required: [
          { party: from, kind: 'signed' },
          { party: to, kind: 'signed' },
        ],
        counted: [
          { party: from, kind: 'signed', from: entered - DAY },
          { party: to, kind: 'signed', from: entered - DAY / 2 },
        ],
        entered,
        expiresAt: seldom(0.1, NOW - DAY, null),
        followedAt: null,
        later: [],
        endedAt: null,
        corrections: 'none',
      },
      pauses: seldom(0.1, [{ from: NOW - DAY, until: seldom(0.5, NOW - DAY / 2, null), types: null }], []),
      narrowedBy: [],
      predecessor: null,
    };
  };
  const grants = teams.flatMap((to) => {
    const others = teams.filter((team) => team !== to);
    return some(others, partners * 2).flatMap((from) =>
      Array.from({ length: next() < 0.3 ? 2 : 1 }, (_, n) => grantOf(from, to, n)),
    );
  });

  const itemOf = (owner: string, n: number): ItemFacts => ({
    version: `version-${n}`,
    owner,
    authors: ['analyst'],
    tlp: pick(TLP_LABELS.slice(0, 4)),
    informationType: pick(INFORMATION_TYPES),
    categories: some(RSIT_CODES, 2),
    productTypes: [],
    sectors: some(SECTORS, 2),
    severity: pick(SEVERITIES),
    nexus: some(COUNTRIES, 3),
    pap: pick(PAP_LEVELS),
    overlay: null,
    thirdParty: next() < 0.03,
    embargoUntil: seldom(0.05, NOW + DAY, null),
    named: [],
    audience: { any: next() < 0.9, include: some(teams, 3), exclude: next() < 0.1 ? some(teams, 3) : [] },
    release: {
      at: NOW - Math.floor(next() * 60) * DAY,
      by: ['releaser'],
      public: false,
      emergency: false,
      supersededAt: seldom(0.05, NOW - DAY, null),
    },
    withdrawnAt: seldom(0.03, NOW - DAY, null),
    parts: [],
    requested: [],
    consents: [],
    onward: [],
    passedOn: [],
    approvals: [],
  });
  const between = Map.groupBy(grants, ({ from, to }) => `${from} ${to}`);
  const asked = Array.from({ length: questions }, (_, n): Question => {
    // Mostly of those that give the reader something, since nobody asks for more of the others.
    const { from, to } = pick(grants);
    const owner = next() < 0.1 ? pick(teams) : from;
    return {
      reader: to,
      person: null,
      parent: null,
      at: NOW,
      subject: 'content',
      received: false,
      channel: 'rest',
      purpose: null,
      item: itemOf(owner, n),
      grants: between.get(`${owner} ${to}`) ?? [],
    };
  }).filter(({ reader, item }) => reader !== item.owner);
  return { teams, grants, questions: asked };
}
