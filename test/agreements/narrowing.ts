import fc from 'fast-check';
import { OBLIGATIONS } from '../../src/agreements/rules/no-less-owed';
import { FURTHER } from '../../src/agreements/rules/no-wider-further';
import { TERMS } from '../../src/agreements/rules/no-wider';
import { widerGrant } from '../../src/agreements/rules/wider';
import type { GrantContent } from '../../src/agreements/rules/terms-content';
import { arbitraryTerms } from './arbitrary-terms';

const WAY = { from: 'pkcert', to: 'cncert' };
/** Any grant of one direction. */
export const arbitraryGrant: fc.Arbitrary<GrantContent> = arbitraryTerms
  .filter(({ grants }) => grants.length > 0)
  .map(({ grants: [grant] }) => ({ ...grant!, ...WAY }));

type Loose = Record<string, unknown>;
const taken = (comparisons: object, [inner, outer]: readonly [object, object]): Loose => {
  const [one, other] = [inner as Loose, outer as Loose];
  return Object.fromEntries(
    Object.entries(comparisons)
      .map(([name, within]) => {
        const narrower = (within as (a: unknown, b: unknown) => boolean)(one[name], other[name]);
        return [name, narrower ? one[name] : other[name]] as const;
      })
      .filter(([, value]) => value !== undefined),
  );
};

/** The types that both have, up to the lower of their ceilings; those of outer where they have none in common. */
function typesIn(inner: GrantContent, outer: GrantContent): GrantContent['information_types'] {
  const within = inner.information_types.filter(
    (one) => widerGrant({ ...outer, information_types: [one] }, outer).length === 0,
  );
  return within.length > 0 ? within : outer.information_types;
}

/** What is left out where nothing is said is taken from either below, or left out. */
const withoutFurther = (grant: GrantContent) =>
  Object.fromEntries(
    Object.entries(grant).filter(([name]) => !Object.hasOwn(FURTHER, name)),
  ) as unknown as GrantContent;

/** Of `inner` what is within `outer`, term by term; else what outer says. */
export const heldTo = (inner: GrantContent, outer: GrantContent): GrantContent => ({
  ...withoutFurther(inner),
  ...taken(TERMS, [inner, outer]),
  ...taken(FURTHER, [inner, outer]),
  information_types: typesIn(inner, outer),
  obligations: taken(OBLIGATIONS, [inner.obligations, outer.obligations]),
});
