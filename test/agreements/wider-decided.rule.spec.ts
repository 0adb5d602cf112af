import fc from 'fast-check';
import type { GrantContent } from '../../src/agreements/rules/terms-content';
import { widerGrant } from '../../src/agreements/rules/wider';
import { strictness } from '../../src/disclosure/rules/part-action';
import type { GrantFacts, ItemFacts, PartFacts, Question } from '../../src/disclosure/rules/question';
import {
  CHANNELS,
  INFORMATION_TYPES,
  PAP_LEVELS,
  PART_TAGS,
  PERMITTED_PURPOSES,
  PRODUCT_TYPES,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  TLP_LABELS,
} from '../../src/disclosure/rules/vocabulary';
import { grant, item, judge, NOON, terms, zhao } from '../cases/question';
import { arbitraryGrant, heldTo } from './narrowing';

const SINCE = Date.parse('2026-03-01T00:00:00Z');
const inForce = terms({ required: terms().required, counted: [], entered: SINCE });
const consented = {
  ...inForce,
  counted: inForce.required.map((one) => ({ ...one, from: SINCE })),
};

/** A grant as the decision knows it, its terms in force. */
function factsOf(content: GrantContent): GrantFacts {
  const since = Date.parse(content.reach_back);
  const { severity } = content;
  return {
    ...grant({ terms: consented }),
    informationTypes: content.information_types.map(({ type, tlp_ceiling }) => ({
      type,
      ceiling: tlp_ceiling as 'GREEN',
    })),
    categories: content.categories,
    sectors: content.sectors,
    severity:
      severity === 'any'
        ? 'any'
        : { least: (severity.least ?? null) as null, most: (severity.most ?? null) as null },
    nexus: content.nexus as 'any',
    papCeiling: content.pap_ceiling as 'any',
    channels: content.channels as 'any',
    victimIdentity: content.victim_identity as 'omit',
    sourceAttribution: content.source_attribution as 'may',
    personalData: content.personal_data as 'none',
    need: content.need as 'push',
    amberReach: content.amber_reach as 'own_organisation',
    reachBack: Number.isNaN(since) ? (content.reach_back as 'all') : since,
    emergencyUpTo: (content.emergency_release?.up_to ?? null) as null,
    obligations: content.obligations as GrantFacts['obligations'],
    thirdPartyContent: (content.third_party_content ?? 'with_consent') as 'forward',
    productTypes: (content.product_types ?? 'any') as GrantFacts['productTypes'],
  };
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 8 });
/** What the outer grant names comes up more often than the rest, so that something is let go. */
const mostly = <T>(known: readonly T[], all: readonly T[]) =>
  known.length === 0
    ? fc.constantFrom(...all)
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, fc.constantFrom(...all));
const listed = (list: 'any' | readonly string[]) => (list === 'any' ? [] : list);

const schemeOf = (code: string) => (code.includes('#') ? code.split('#')[0] : '');
/** One code of each scheme that is named. */
const oneOfEach = (categories: 'any' | readonly string[]): string[] =>
  categories === 'any'
    ? ['fraud/phishing']
    : [...new Map(categories.map((code) => [schemeOf(code), code])).values()];

const span = { from: NOON - 1, until: NOON + 1 };
function questions(inner: GrantContent): fc.Arbitrary<Question> {
  const types = inner.information_types.map(({ type }) => type);
  const { exclude = [] } = inner.product_types ?? {};
  const products = inner.product_types?.include ?? PRODUCT_TYPES.filter((one) => !exclude.includes(one));
  const part: fc.Arbitrary<PartFacts> = fc.record({
    number: fc.constant(1),
    tlp: maybe(fc.constantFrom(...TLP_LABELS)),
    informationType: maybe(mostly(types, INFORMATION_TYPES)),
    pap: maybe(fc.constantFrom(...PAP_LEVELS)),
    tags: fc.subarray([...PART_TAGS]),
    victimConsents: fc.subarray([{ ...span, scope: 'team' as const, team: 'reader' }]),
  });
  const facts: fc.Arbitrary<Partial<ItemFacts>> = fc.record({
    tlp: maybe(mostly(['CLEAR', 'GREEN'] as const, TLP_LABELS)),
    informationType: maybe(mostly(types, INFORMATION_TYPES)),
    // A list asks for a code of each scheme that it names.
    categories: fc.oneof(
      fc.constant(oneOfEach(inner.categories)),
      fc.array(mostly(listed(inner.categories), RSIT_CODES), { minLength: 1, maxLength: 2 }),
    ),
    sectors: fc.array(mostly(listed(inner.sectors), SECTORS), { minLength: 1, maxLength: 2 }),
    severity: maybe(fc.constantFrom(...SEVERITIES)),
    nexus: fc.subarray(['PK', 'CN', 'XC'], { minLength: 1 }),
    pap: maybe(mostly(['CLEAR'] as const, PAP_LEVELS)),
    productTypes: fc.oneof(
      { weight: 3, arbitrary: fc.constant(products.slice(0, 1)) },
      fc.subarray([...PRODUCT_TYPES], { maxLength: 2 }),
    ),
    thirdParty: fc.constantFrom(false, false, false, true),
    named: fc.constant([zhao]),
    requested: fc.constantFrom([], [{ by: 'cn', ...span }]),
    passedOn: fc.constant([{ by: 'cn', to: 'banking', ...span }]),
    release: fc
      .tuple(
        fc.constantFrom(
          ...[NOON - 1, NOON - 1, NOON - 1, SINCE, SINCE - 1, Date.parse('2026-01-01T00:00:00Z'), 0],
        ),
        fc.constantFrom(...Array<boolean>(9).fill(false), true),
      )
      .map(([at, emergency]) => ({ at, by: ['releaser'], public: false, emergency, supersededAt: null })),
    parts: part.map((one) => [one]),
  });
  return fc.record({
    reader: fc.constantFrom('cn', 'cn', 'banking'),
    person: fc.constant('zhao'),
    parent: fc.constant('cn'),
    at: fc.constant(NOON),
    subject: fc.constant('content' as const),
    received: fc.constant(false),
    channel: maybe(mostly(listed(inner.channels) as readonly 'rest'[], CHANNELS)),
    purpose: fc.option(fc.constantFrom(...PERMITTED_PURPOSES)),
    item: facts.map((one) => item(one)),
    grants: fc.constant([]),
  });
}

const fate = (question: Question, content: GrantContent) => {
  const { released, transformations } = judge({ ...question, grants: [factsOf(content)] });
  return { released, strict: strictness(transformations[0]?.action ?? 'keep') };
};

describe('a grant that is not wider than another', () => {
  it('releases nothing that the other withholds, and no part in a fuller way', () => {
    let releasedSome = 0;
    fc.assert(
      fc.property(
        fc
          .tuple(arbitraryGrant, arbitraryGrant)
          .map(([a, b]) => [heldTo(a, b), b] as const)
          .chain(([inner, outer]) => questions(inner).map((question) => ({ inner, outer, question }))),
        ({ inner, outer, question }) => {
          expect(widerGrant(inner, outer)).toEqual([]);
          const [one, other] = [fate(question, inner), fate(question, outer)];
          if (!one.released) return;
          releasedSome += 1;
          expect(other.released).toBe(true);
          expect(other.strict).toBeLessThanOrEqual(one.strict);
        },
      ),
      { numRuns: 12_000 },
    );
    expect(releasedSome).toBeGreaterThan(50);
  });
});
