import fc from 'fast-check';
import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import type { GivenOverlay } from './given-overlays';
import { countries, HOUR, maybe, type Places, some, START, types } from './random-ground';

const TLPS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
/** What a law withholds. */
export const restriction: fc.Arbitrary<OverlayRestriction> = fc
  .record({
    clause: fc.constantFrom('§ 1', '§ 2(3)'),
    direction: fc.constantFrom('sending' as const, 'receiving' as const),
    informationTypes: fc.oneof(
      { weight: 1, arbitrary: fc.constant('any' as const) },
      { weight: 3, arbitrary: some(types, 1) },
    ),
    leastTlp: maybe(fc.constantFrom(...TLPS), 2),
    countries: fc.oneof(fc.constant('abroad' as const), some(countries, 1), fc.constant<string[]>([])),
    public: fc.boolean(),
  })
  .map((one) => {
    const toPublic = one.direction === 'sending' && (one.public || one.countries.length === 0);
    return {
      ...one,
      public: toPublic,
      countries: toPublic || one.countries.length > 0 ? one.countries : 'abroad',
    };
  });
/** Mostly none: of many laws at once nothing would go. All count before anything happens. */
export const overlays = ({ originator, partners }: Places): fc.Arbitrary<GivenOverlay[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<GivenOverlay[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc
          .record({
            organization: fc.constantFrom(originator, originator, ...partners),
            at: fc.constant(START - HOUR),
            restrictions: fc.array(restriction, { maxLength: 2 }),
          })
          .map((one) => ({ ...one, law: `Law of ${one.organization}` })),
        { minLength: 1, maxLength: 3 },
      ),
    },
  );
