import { speakingOf } from './child-instrument';
import { type PartVerdict, strictness } from './part-action';
import { personalData } from './personal-data';
import type { GrantFacts, PartFacts, Question } from './question';
import { refusedParts } from './refused-parts';
import { sourceAttribution } from './source-attribution';
import { victimIdentity } from './victim-identity';

/** What becomes of one part, by which rule, under which grant; without one it is what everybody gets. */
export interface Transformation extends PartVerdict {
  readonly part: number;
  readonly grant: GrantFacts | null;
}

/** A grant that admits an item, and the question it admits it to: the reader's, or that of its parent. */
interface Admitting {
  readonly asked: Question;
  readonly grant: GrantFacts;
}

type Rule = readonly [
  id: string,
  weigh: (question: Question, part: PartFacts, grant: GrantFacts) => PartVerdict,
];

/** In the order in which they are cited where they say the same. */
const RULES: readonly Rule[] = [
  ['T-04', refusedParts],
  ['T-01', victimIdentity],
  ['T-02', (_, part, grant) => sourceAttribution(part, grant)],
  ['T-03', (_, part, grant) => personalData(part, grant)],
];

/** A rule that errs drops the part. */
function settle([rule, weigh]: Rule, question: Question, part: PartFacts, grant: GrantFacts): PartVerdict {
  try {
    return weigh(question, part, grant);
  } catch {
    return { rule, action: 'drop', says: 'the rule failed, so it drops' };
  }
}

/** The strictest; of equals the first. */
const strictest = (found: readonly Transformation[]): Transformation | undefined =>
  found.reduce<Transformation | undefined>(
    (worst, one) => (worst && strictness(worst.action) >= strictness(one.action) ? worst : one),
    undefined,
  );

/** Parts under no grant are dropped: there is nothing that lets them go. */
const unknown = (part: number): Transformation => ({
  ...{ rule: 'T-04', action: 'drop', says: 'no grant lets it go' },
  ...{ part, grant: null },
});

const changed = ({ action }: Transformation): boolean => action !== 'keep';

/**
 * What becomes of an item's parts under the grants by which it goes: of each part the strictest of what any of them
 * says, or any instrument below it that is in force, suspended or not, and speaks of the type of the part. Those that
 * are kept as they are, are not named.
 */
export function transformationsUnder(
  parts: readonly PartFacts[],
  admitting: readonly Admitting[],
): Transformation[] {
  return parts
    .map((part) => {
      const found = admitting.flatMap(({ asked, grant }) =>
        [grant, ...speakingOf(asked.at, part.informationType, grant)].flatMap((one) =>
          RULES.map((rule) => ({ ...settle(rule, asked, part, one), part: part.number, grant: one })),
        ),
      );
      return strictest(found) ?? unknown(part.number);
    })
    .filter(changed);
}

const TAG_RULES = { victim_identity: 'T-01', source_identity: 'T-02', personal_data: 'T-03' } as const;

/**
 * What becomes of them before everybody: what is above CLEAR, bears any tag, or is barred by law is dropped.
 * @param isBarred whether the originator's law bars a part from the public; it errs for yes
 */
export function transformationsForPublic<Facts extends Pick<PartFacts, 'number' | 'tlp' | 'tags'>>(
  parts: readonly Facts[],
  isBarred: (part: Facts) => boolean,
): Transformation[] {
  return parts.flatMap((one) => {
    const { number: part, tlp, tags } = one;
    const [tag] = tags;
    const drop = { action: 'drop', part, grant: null } as const;
    if (tlp !== 'CLEAR') return [{ ...drop, rule: 'T-04', says: 'it is not CLEAR' }];
    if (tag !== undefined)
      return [{ ...drop, rule: TAG_RULES[tag], says: 'what is so tagged is not public' }];
    if (barred(one, isBarred))
      return [{ ...drop, rule: 'T-04', says: 'the originator’s law does not let it be public (D-18)' }];
    return [];
  });
}

function barred<Facts>(part: Facts, isBarred: (part: Facts) => boolean): boolean {
  try {
    return isBarred(part);
  } catch {
    return true;
  }
}

/** The same in short, as `2:drop 3:pseudonym`: what app.shape_of() answers. */
export const shapeOf = (transformations: readonly Pick<Transformation, 'part' | 'action'>[]): string =>
  transformations.map(({ part, action }) => `${part}:${action}`).join(' ');

/** Whether what has a shape holds more of some part than these let it. */
export function holdsMore(shape: string, transformations: readonly Transformation[]): boolean {
  const done = new Map(shape.split(' ').map((one) => one.split(':') as [string, string | undefined]));
  return transformations.some(({ part, action }) => strictness(done.get(String(part))) < strictness(action));
}
