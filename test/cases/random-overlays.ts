import fc from 'fast-check';
import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import { TLP_LABELS } from '../../src/disclosure/rules/vocabulary';
import type { GivenOverlay } from './given-overlays';
import type { Moment } from './given-world';

const some = (values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const types = some(['vulnerability_published', 'incident_summary', 'threat_report']);
const countries = some(['PK', 'CN', 'XC']);

/** What a law withholds, of what random worlds are made of. */
export const restriction: fc.Arbitrary<OverlayRestriction> = fc
  .record({
    clause: fc.constantFrom('§ 1', '§ 2(3)'),
    direction: fc.constantFrom('sending' as const, 'receiving' as const),
    informationTypes: fc.oneof(
      { weight: 1, arbitrary: fc.constant('any' as const) },
      { weight: 3, arbitrary: types },
    ),
    leastTlp: fc.option(fc.constantFrom(...TLP_LABELS), { freq: 2 }),
    countries: fc.oneof(fc.constant('abroad' as const), countries, fc.constant<string[]>([])),
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
export const randomOverlays = (
  { originator, partners }: { originator: string; partners: string[] },
  at: Moment,
): fc.Arbitrary<GivenOverlay[]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<GivenOverlay[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc
          .record({
            organization: fc.constantFrom(originator, originator, ...partners),
            restrictions: fc.array(restriction, { maxLength: 2 }),
          })
          .map((one) => ({ ...one, at, law: `Law of ${one.organization}` })),
        { minLength: 1, maxLength: 3 },
      ),
    },
  );
