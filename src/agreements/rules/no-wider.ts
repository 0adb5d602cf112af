import type { GrantContent, SeverityBounds } from './terms-content';

/** Whether what `inner` says lets nothing go that `outer` does not; it errs for no. */
export type NoWider<T> = (inner: T, outer: T) => boolean;

/**
 * The words of each ordered term, from the one that lets the least go to the one that lets the most. They are those
 * of disclosure’s vocabulary, which rules here do not import; a test holds them to it.
 */
export const FROM_NARROWEST = {
  tlp_ceiling: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'],
  pap_ceiling: ['CLEAR', 'GREEN', 'AMBER', 'RED', 'any'],
  severity: ['none', 'low', 'medium', 'high', 'critical'],
  // A consent lets names go, and nothing without one: it is neither more nor less than a sector or a pseudonym.
  victim_identity: ['omit', 'sector_only', 'pseudonym', 'with_consent', 'full'],
  // Where sources must be named, what may not name one is withheld: that is neither more nor less than to name none.
  source_attribution: ['must_not', 'must', 'may'],
  personal_data: ['none', 'minimised', 'full_with_basis'],
  // `both` takes requests besides, which `push` does not.
  need: ['on_request', 'push', 'both'],
  corrections: ['none', 'allowed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Not above in an order; what the order does not know is above everything but itself. */
export const upTo =
  (order: readonly string[]): NoWider<string> =>
  (inner, outer) => {
    if (inner === outer) return true;
    const [one, other] = [inner, outer].map((word) => order.indexOf(word)) as [number, number];
    return one >= 0 && one <= other;
  };

export const withinSources: NoWider<string> = (inner, outer) =>
  inner === outer || (outer === 'may' && upTo(FROM_NARROWEST.source_attribution)(inner, outer));

export const withinVictims: NoWider<string> = (inner, outer) =>
  inner === outer ||
  ((outer === 'with_consent' ? inner === 'omit' : upTo(FROM_NARROWEST.victim_identity)(inner, outer)) &&
    (inner !== 'with_consent' || outer === 'full'));

/** Every code of the one is in the other. `any` is more than any list, also one that names all that there is. */
export const among: NoWider<'any' | readonly string[]> = (inner, outer) => {
  if (outer === 'any') return true;
  return inner !== 'any' && inner.every((code) => outer.includes(code));
};

/** Of whom a category is: what stands before `#`; RSIT codes have nothing before them. */
const schemeOf = (code: string): string => (code.includes('#') ? code.split('#')[0]! : '');

/**
 * The same of categories. An RSIT class covers its types. A list bounds the schemes of which it names codes, and asks
 * for one of each (D-06): so the inner has to speak of all of which the outer does.
 */
export const amongCategories: NoWider<'any' | readonly string[]> = (inner, outer) => {
  if (inner === 'any' || outer === 'any') return among(inner, outer);
  const asks = (scheme: string) => inner.some((code) => schemeOf(code) === scheme);
  return (
    outer.every((code) => asks(schemeOf(code))) &&
    inner.every((code) => {
      if (!outer.some((one) => schemeOf(one) === schemeOf(code))) return true;
      return outer.includes(code) || (schemeOf(code) === '' && outer.includes(code.split('/')[0]!));
    })
  );
};

/** Lower and upper bound by their ranks; null for what is no known severity. */
function bounds({ least, most }: SeverityBounds): readonly [number, number] | null {
  const order: readonly string[] = FROM_NARROWEST.severity;
  const low = least === undefined ? 0 : order.indexOf(least);
  const high = most === undefined ? order.length - 1 : order.indexOf(most);
  return low < 0 || high < 0 ? null : [low, high];
}

/** Without bounds what has no severity goes as well, so that is more than the widest bounds. */
export const withinSeverity: NoWider<'any' | SeverityBounds> = (inner, outer) => {
  if (outer === 'any') return true;
  if (inner === 'any') return false;
  const [one, other] = [bounds(inner), bounds(outer)];
  return one !== null && other !== null && one[0] >= other[0] && one[1] <= other[1];
};

export const withinNexus: NoWider<string> = (inner, outer) =>
  inner === outer ||
  outer === 'any' ||
  (outer === 'either' && (inner === 'originator' || inner === 'recipient'));

export const withinReach: NoWider<string | readonly string[]> = (inner, outer) => {
  if (inner === 'own_organisation' || outer === 'all_constituents') return true;
  if (typeof inner === 'string' || typeof outer === 'string') return inner === outer;
  return inner.every((handle) => outer.includes(handle));
};

/** Instants are written in one way, so that their order is that of their text. Terms enter into force at one instant. */
export const withinReachBack: NoWider<string> = (inner, outer) => {
  if (inner === 'none' || outer === 'all') return true;
  return inner !== 'all' && outer !== 'none' && inner >= outer;
};

/** What says nothing bounds nothing. */
export const whereSaid =
  <T>(compare: NoWider<T>): NoWider<T | undefined> =>
  (inner, outer) =>
    outer === undefined || (inner !== undefined && compare(inner, outer));

export const atMost: NoWider<number> = (inner, outer) => inner <= outer;

/** What is prohibited stays prohibited. */
export const prohibitsAll: NoWider<readonly string[] | undefined> = (inner, outer) =>
  (outer ?? []).every((code) => (inner ?? []).includes(code));

/** Own constituents need no consent, and consent reaches others: neither is within the other. */
export const withinOnward: NoWider<string | undefined> = (inner, outer) =>
  outer === undefined || inner === outer || inner === 'none';

type Types = GrantContent['information_types'];
const ceilingIn = (types: Types, wanted: string): string | undefined =>
  types.find(({ type }) => type === wanted)?.tlp_ceiling;

export const amongTypes: NoWider<Types> = (inner, outer) =>
  inner.every(({ type }) => ceilingIn(outer, type) !== undefined);

/** Of the types that both name; one that only the inner names is told by its own name. */
export const withinCeilings: NoWider<Types> = (inner, outer) =>
  inner.every(({ type, tlp_ceiling }) => {
    const ceiling = ceilingIn(outer, type);
    return ceiling === undefined || upTo(FROM_NARROWEST.tlp_ceiling)(tlp_ceiling, ceiling);
  });

/** What is left out where nothing is said; it is compared beside (`no-wider-further`). */
export type Further =
  | 'third_party_content'
  | 'product_types'
  | 'default_label'
  | 'respond_within'
  | 'update_interval_hours'
  | 'release_approval'
  | 'emergency_release';
type Term = Exclude<keyof GrantContent, 'from' | 'to' | 'clause' | 'clauses' | 'obligations' | Further>;

/** How each term of a grant is compared; one that is added to grants and not here does not compile. */
export const TERMS = {
  information_types: amongTypes,
  categories: amongCategories,
  sectors: among,
  severity: withinSeverity,
  nexus: withinNexus,
  pap_ceiling: upTo(FROM_NARROWEST.pap_ceiling),
  channels: among,
  victim_identity: withinVictims,
  source_attribution: withinSources,
  personal_data: upTo(FROM_NARROWEST.personal_data),
  need: upTo(FROM_NARROWEST.need),
  amber_reach: withinReach,
  reach_back: withinReachBack,
} as const satisfies { readonly [Name in Term]: NoWider<GrantContent[Name]> };
