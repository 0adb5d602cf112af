import fc from 'fast-check';
import type { GivenAgreement, GivenItem, GivenTerms, GivenWorld, Moment } from './given-world';
import { EARLIER, LATER, moment, type Places, types } from './random-ground';

/** Terms of an agreement that bound RED by nothing but their own time and its end. */
const openForRed = (terms: GivenTerms): GivenTerms => ({
  ...terms,
  ...{ approved: EARLIER[0]!, signed: terms.signed.map(() => EARLIER[0]!), entered: EARLIER[0]! },
  grants: terms.grants.map((grant) => ({
    ...grant,
    ...{ types: types.map((type): [string, 'RED'] => [type, 'RED']), reachBack: 'all', need: 'push' },
    ...{ categories: 'any', sectors: 'any', severity: 'any', productTypes: 'any', nexus: 'any' },
    ...{ papCeiling: 'any', channels: 'any', purposes: 'any', releaseApproval: undefined },
  })),
});

/** The first of its terms alone, for good, with nothing below. */
const openAgreement = (one: GivenAgreement): GivenAgreement => ({
  ...one,
  ...{ terms: [{ ...openForRed(one.terms[0]!), joining: undefined, expires: null }], suspended: [] },
});

/** Whether what a child stands below is an agreement, or what stands below that: it has a name that goes on from it. */
const standsBelow = (below: string | undefined, reference: string | undefined): boolean =>
  below !== undefined && (below === reference || below.startsWith(`${reference}-`));

const officersOf = ({ officers }: Places, team: string) => officers.filter(({ of }) => of === team);

/** One RED version that names every officer of the first partner, at whatever instant it is released. */
const plainRed = (places: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenItem> =>
  fc.record({ released, type: fc.constantFrom(...types) }).map(({ released: at, type }) => ({
    owner: places.originator,
    versions: [
      {
        ...{ tlp: 'RED' as const, type, categories: ['fraud/phishing'], sectors: ['banking'] },
        ...{ severity: 'high' as const, audience: 'any' as const, exclude: [], embargo: null },
        ...{ released: at, public: false, named: officersOf(places, places.partners[0]!) },
      },
    ],
    withdrawn: null,
  }));

/**
 * Mostly the world as it is. Of every bound at once RED goes to nobody, so that one in six worlds has an agreement that
 * binds it little, an item that names a partner's officers and the verification of them; all else is as it was drawn.
 */
export const withSomeRed = (
  places: Places,
  released: fc.Arbitrary<Moment>,
  worlds: fc.Arbitrary<GivenWorld>,
): fc.Arbitrary<GivenWorld> => {
  const named = officersOf(places, places.partners[0]!);
  if (named.length === 0) return worlds;
  const opened = fc
    .record({ world: worlds, red: plainRed(places, released), ended: moment })
    .map(({ world, red, ended }): GivenWorld => ({
      ...world,
      agreements: [
        openAgreement({ ...world.agreements[0]!, ended: LATER.includes(ended) ? ended : null }),
        ...world.agreements
          .slice(1)
          .filter(({ below }) => !standsBelow(below, world.agreements[0]!.reference)),
      ],
      items: [...world.items, red],
      verifications: [
        ...(world.verifications ?? []),
        ...named.map((officer) => ({
          ...officer,
          ...{ by: places.originator, verified: EARLIER[0]!, until: LATER.at(-1)!, ended: null },
        })),
      ],
    }));
  return fc.oneof({ weight: 5, arbitrary: worlds }, { weight: 1, arbitrary: opened });
};
