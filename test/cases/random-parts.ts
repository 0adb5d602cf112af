import fc from 'fast-check';
import {
  PAP_LEVELS,
  PART_TAGS,
  type PartTag,
  PERSONAL_DATA,
  SOURCE_ATTRIBUTION,
  THIRD_PARTY_CONTENT,
  TLP_LABELS,
  VICTIM_IDENTITY,
} from '../../src/disclosure/rules/vocabulary';
import type { GivenPart } from './given-world';

/** What the owner of random items calls victims. */
export const VICTIMS = ['A bank', 'A hospital'];

const orNone = <T>(weight: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight, arbitrary: value });

/** Half of them have something of their own, so that some are kept beside others that are not. */
const part = (types: readonly string[]): fc.Arbitrary<GivenPart> =>
  fc.record({
    tlp: orNone(2, fc.constantFrom(...TLP_LABELS)),
    type: orNone(1, fc.constantFrom(...types)),
    pap: orNone(1, fc.constantFrom(...PAP_LEVELS)),
    tags: fc.oneof(
      fc.constant<PartTag[]>([]),
      fc.uniqueArray(fc.constantFrom(...PART_TAGS), { maxLength: 2 }),
    ),
    victim: orNone(6, fc.constantFrom(...VICTIMS)),
  });

/** The parts of a version: of a third of them none. */
export const randomParts = (types: readonly string[]): fc.Arbitrary<GivenPart[]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<GivenPart[]>([]) },
    { weight: 2, arbitrary: fc.array(part(types), { maxLength: 4 }) },
  );

/** What terms say of parts. */
export const partTerms = {
  victimIdentity: fc.constantFrom(...VICTIM_IDENTITY),
  sourceAttribution: fc.constantFrom(...SOURCE_ATTRIBUTION),
  personalData: fc.constantFrom(...PERSONAL_DATA),
  thirdPartyContent: fc.constantFrom(...THIRD_PARTY_CONTENT),
};
