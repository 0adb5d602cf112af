import { speakingOf } from './child-instrument';
import { termsApply } from './grant-in-force';
import { admitsGrant, admitsPublic, isEntitled, judgeGrant, judgeOwn, judgePublic } from './judge-basis';
import type { GrantFacts, NarrowingFacts, Question } from './question';
import { termsInForce } from './terms-in-force';
import { isBarredFromPublic } from './refused-parts';
import { type Transformation, transformationsForPublic, transformationsUnder } from './transformations';
import type { Verdict } from './verdict';

/** The version of these rules; app.rules_version() in the database must agree. */
export const RULES_VERSION = 2;

/** One basis on which the reader could see the item, with what each rule says of it. */
export interface Basis {
  readonly basis: 'own' | 'public' | 'grant';
  readonly grant: GrantFacts | null;
  readonly released: boolean;
  readonly verdicts: readonly Verdict[];
}

/** The answer: released or not, the basis it rests on, and all bases with their reasons. */
export interface Decision {
  readonly released: boolean;
  readonly basis: Basis | null;
  readonly bases: readonly Basis[];
  /** The instruments below the agreement of the basis that speak of the item, each of which admits it (D-23). */
  readonly instruments: readonly NarrowingFacts[];
  /** What becomes of the item's parts; those that are not named are as they are. */
  readonly transformations: readonly Transformation[];
  readonly rulesVersion: number;
}

/** A basis releases when it has verdicts and none forbids. */
function judged(basis: Basis['basis'], grant: GrantFacts | null, verdicts: readonly Verdict[]): Basis {
  return {
    basis,
    grant,
    verdicts,
    released: verdicts.length > 0 && verdicts.every(({ verdict }) => verdict !== 'forbids'),
  };
}

/** The order in which grants are cited: that of the agreement, then the date in force, then the id; stable over time. */
function byPriority(one: GrantFacts, other: GrantFacts): number {
  const since = (grant: GrantFacts) => termsInForce(grant.terms)?.from ?? Number.MAX_SAFE_INTEGER;
  return one.priority - other.priority || since(one) - since(other) || (one.id < other.id ? -1 : 1);
}

/** From the owner to the reader, or to the parent that may pass on to it; nobody passes on to a reader what is its own. */
const isBetween = ({ item, reader, parent }: Question, { from, to }: GrantFacts): boolean =>
  from === item.owner && (to === reader || (to === parent && from !== reader));

/**
 * What the reader gets of the parts. Of what is public it is the same for everybody; else the strictest of all grants
 * that admit the item and whose terms are in force, whichever is cited. A pause of one of them changes nothing. A
 * constituent gets no more than its parent, so what admits the item to the parent alone counts for it as well.
 */
function transformations(question: Question, cited: Basis | null, grants: readonly GrantFacts[]) {
  const { item, at, subject } = question;
  if (cited === null || cited.basis === 'own' || item.parts.length === 0 || subject !== 'content') return [];
  if (cited.basis === 'public')
    return transformationsForPublic(item.parts, (part) => isBarredFromPublic(question, part));
  const admitting = grants
    .filter((grant) => termsApply(at, grant))
    .flatMap((grant) =>
      [...new Set([question.reader, grant.to])]
        .map((reader) => ({ ...question, reader }))
        .filter((asked) => isEntitled(asked, grant))
        .map((asked) => ({ asked, grant })),
    );
  return transformationsUnder(item.parts, admitting);
}

/** What decide() answers, without its reasons: whether some basis releases, and nothing is asked after that. */
export function admits(question: Question): boolean {
  return (
    judgeOwn(question).every(({ verdict }) => verdict !== 'forbids') ||
    admitsPublic(question) ||
    question.grants.some((grant) => isBetween(question, grant) && admitsGrant(question, grant))
  );
}

/**
 * May this reader see this item, now, and under which clause? Judged once for each basis; released if some basis has
 * no forbidding rule. Pure: the question carries everything, the instant included (design, section 3).
 */
export function decide(question: Question): Decision {
  const grants = question.grants.filter((grant) => isBetween(question, grant)).toSorted(byPriority);
  const bases = [
    judged('own', null, judgeOwn(question)),
    judged('public', null, judgePublic(question)),
    ...grants.map((grant) => judged('grant', grant, judgeGrant(question, grant))),
  ];
  const basis = bases.find(({ released }) => released) ?? null;
  return {
    released: basis !== null,
    basis,
    bases,
    instruments: basis?.grant ? speakingOf(question.at, question.item.informationType, basis.grant) : [],
    transformations: transformations(question, basis, grants),
    rulesVersion: RULES_VERSION,
  };
}
