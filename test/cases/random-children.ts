import fc from 'fast-check';
import type { GivenAgreement } from './given-world';
import { maybe, moment, type Places, suspendedTypes } from './random-ground';
import { termsBetween } from './random-terms';

/** An instrument below an agreement: with terms of any kind, wider ones among them, which have to widen nothing. */
const child = (
  places: Places,
  { reference, parties, authority }: GivenAgreement,
  name: string,
  kind: string,
) =>
  fc.record({
    reference: fc.constant(`${reference}-${name}`),
    kind: fc.constant(kind),
    below: fc.constant(reference!),
    parties: fc.constant(parties),
    authority: fc.constant(authority),
    terms: fc.array(termsBetween(places, parties[1]!), { minLength: 1, maxLength: 2 }),
    ended: maybe(moment, 0.25),
    suspended: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(moment, suspendedTypes)
          .map(([from, types]) => [{ from, until: null, direction: null, types }]),
      },
    ),
  }) as fc.Arbitrary<GivenAgreement>;

/** None, an annex, two, or an annex with an operating procedure below it. */
const below = (places: Places, agreement: GivenAgreement): fc.Arbitrary<GivenAgreement[]> =>
  fc
    .tuple(
      child(places, agreement, 'A1', 'implementing_annex'),
      child(places, agreement, 'C1', 'case_arrangement'),
      fc.nat({ max: 8 }),
    )
    .chain(([annex, arrangement, which]) =>
      child(places, annex, 'S1', 'sop').map(
        (procedure) => [[annex], [annex, procedure], [annex, arrangement]][which] ?? [],
      ),
    );

/** Agreements with what stands below them; each has a reference by which it is named. */
export const withChildren = (
  places: Places,
  agreements: readonly GivenAgreement[],
): fc.Arbitrary<GivenAgreement[]> => {
  const named = agreements.map((one, index) => ({ ...one, reference: `G-${index + 1}` }));
  return fc.tuple(...named.map((one) => below(places, one))).map((lists) => [...named, ...lists.flat()]);
};
