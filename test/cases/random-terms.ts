import fc from 'fast-check';
import { APPROVAL_LEVELS } from '../../src/disclosure/rules/vocabulary';
import type { GivenTerms } from './given-world';
import { channels, purposes } from './random-how';
import { early, likely, maybe, moment, type Places, some, types } from './random-ground';
import { partTerms } from './random-parts';

export const NATIONAL = ['cn:GB/T 20986-2023#MI', 'pk:CERT categories#3'];
export const categories = ['fraud/phishing', 'malicious-code/c2-server', 'vulnerable/vulnerable-system'];
export const products = ['alert', 'advisory', 'statistics'];
export const sectors = ['banking', 'energy', 'telecommunications'];
export const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'] as const;
const list = (values: string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('any' as const) }, { weight: 1, arbitrary: some(values, 1) });

/** Each bound of a grant is seldom there: of many at once nothing would be granted. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant('any' as const) }, { weight: 1, arbitrary: value });
/** Mostly unbounded, so that enough is granted; else from one severity to another, either of them open. */
const bounds = fc.oneof(
  { weight: 6, arbitrary: fc.constant('any' as const) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(maybe(fc.constantFrom(...SEVERITIES), 2), maybe(fc.constantFrom(...SEVERITIES), 2))
      .map(([one, other]) =>
        one !== null && other !== null && SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other)
          ? { least: other, most: one }
          : { least: one, most: other },
      )
      .map((found) => (found.least === null && found.most === null ? ('any' as const) : found)),
  },
);

/** Mostly enough, so that what hangs on a request is let go sometimes. */
const need = fc.oneof(
  { weight: 8, arbitrary: fc.constant('push' as const) },
  { weight: 1, arbitrary: fc.constantFrom('on_request' as const, 'both' as const) },
);
const reach = (constituents: string[] = []) =>
  fc.oneof(
    fc.constantFrom('own_organisation' as const, 'all_constituents' as const),
    ...(constituents.length ? [fc.subarray(constituents, { minLength: 1, maxLength: 1 })] : []),
  );
const onward = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('none' as const, 'own_constituents' as const) },
);

const releaseApproval = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.uniqueArray(
      fc.record({
        tlp: fc.constantFrom(null, 'CLEAR' as const, 'GREEN' as const, 'AMBER' as const),
        severity: fc.constantFrom(null, null, 'low' as const, 'high' as const),
        needs: fc.constantFrom(...APPROVAL_LEVELS, 'duty_officer' as const),
      }),
      { minLength: 1, maxLength: 2, selector: ({ tlp, severity }) => `${tlp} ${severity}` },
    ),
  },
);

const grant = ({ constituents }: Places, from: string, to: string) =>
  fc.record({
    from: fc.constant(from),
    to: fc.constant(to),
    types: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...types),
        fc.constantFrom(
          ...(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED', 'RED', 'RED', 'RED'] as const),
        ),
      ),
      {
        minLength: 1,
        maxLength: 3,
        selector: ([type]) => type,
      },
    ),
    categories: fc.oneof(
      { weight: 3, arbitrary: list(categories) },
      { weight: 1, arbitrary: some([...categories, ...NATIONAL], 1) },
    ),
    productTypes: seldom(
      fc.oneof(
        some(products, 1).map((include) => ({ include })),
        some(products, 1).map((exclude) => ({ exclude })),
      ),
    ),
    sectors: list(sectors),
    severity: bounds,
    nexus: seldom(fc.constantFrom('originator' as const, 'recipient' as const, 'either' as const)),
    papCeiling: seldom(fc.constantFrom('CLEAR' as const, 'GREEN' as const, 'AMBER' as const, 'RED' as const)),
    channels: seldom(channels),
    purposes: seldom(purposes),
    ...partTerms,
    need,
    amberReach: reach(constituents[to]),
    onward,
    encryption: fc.constantFrom(undefined, undefined, undefined, 'must' as const),
    releaseApproval,
    emergencyUpTo: fc.constantFrom(null, null, 'GREEN' as const, 'AMBER' as const, 'RED' as const),
    reachBack: fc.oneof(fc.constant('none' as const), fc.constant('all' as const), early),
    priority: fc.nat({ max: 1 }),
  });

/** @param joiner a partner that joins with them @param signing whose signatures there may be */
const terms = (
  places: Places,
  partner: string,
  signing: readonly string[],
  joiner?: string,
): fc.Arbitrary<GivenTerms> =>
  fc.record({
    ...(joiner !== undefined && { joining: fc.constant([joiner]) }),
    approved: likely(early),
    signed: fc.tuple(...signing.map(() => likely(early))),
    entered: likely(early),
    expires: maybe(moment, 0.5),
    grants: fc.tuple(
      ...[partner, ...(joiner === undefined ? [] : [joiner])].map((to) =>
        grant(places, places.originator, to),
      ),
    ),
  });

/** Terms between the originator and one partner. */
export const termsBetween = (places: Places, partner: string): fc.Arbitrary<GivenTerms> =>
  terms(places, partner, [places.originator, partner]);

/** Terms, and in one of three worlds with two partners an amendment with which the other one joins. */
export function allTerms(places: Places, partner: string): fc.Arbitrary<GivenTerms[]> {
  const former = fc.array(terms(places, partner, [places.originator, partner]), {
    minLength: 1,
    maxLength: 2,
  });
  const joiner = places.partners.find((other) => other !== partner);
  if (joiner === undefined) return former;
  const signing = [places.originator, partner, joiner];
  const joined = fc.tuple(terms(places, partner, signing), terms(places, partner, signing, joiner));
  return fc.oneof({ weight: 2, arbitrary: former }, { weight: 1, arbitrary: joined });
}
