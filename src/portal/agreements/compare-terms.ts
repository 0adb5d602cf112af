import { clauseInWords, inTextOrder } from './paper/other-clauses';
import {
  CHAPTERS,
  type Grant,
  type SentenceKind,
  SENTENCES,
  type Telling,
  type Terms,
  WHOLE,
} from './sentences';

/** A sentence of two versions of terms: the same in both, or with what each of them says. */
export interface ComparedSentence {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Clauses behind the two. */
  readonly clauseBefore?: string | undefined;
  readonly clauseAfter?: string | undefined;
}

/** One direction in both versions; undefined sides are missing from a version. */
export interface ComparedDirection {
  readonly from: string;
  readonly to: string;
  readonly in: 'both' | 'from' | 'to';
  readonly sentences: readonly ComparedSentence[];
}

export interface ComparedTerms {
  readonly directions: readonly ComparedDirection[];
  readonly whole: readonly ComparedSentence[];
  /** How many sentences differ. */
  readonly differing: number;
}

const KINDS: readonly SentenceKind[] = Object.values(CHAPTERS).flat();

/** Whether a sentence says the same in both, under the same clause. */
export const isSame = ({ before, after, clauseBefore, clauseAfter }: ComparedSentence): boolean =>
  before === after && clauseBefore === clauseAfter;

/** A value with its lists of words in one order: in which order they were named says nothing. */
function inOrder<T>(value: T): T {
  if (Array.isArray(value))
    return (value.every((one) => typeof one === 'string') ? value.toSorted() : value.map(inOrder)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inOrder(one)])) as T;
}

function compareGrants(
  telling: Telling,
  grantBefore: Grant | undefined,
  grantAfter: Grant | undefined,
): ComparedSentence[] {
  const [before, after] = [inOrder(grantBefore), inOrder(grantAfter)];
  return KINDS.map((kind) => ({
    before: before && SENTENCES[kind](telling, before),
    after: after && SENTENCES[kind](telling, after),
    clauseBefore: before?.clauses?.[kind] ?? before?.clause,
    clauseAfter: after?.clauses?.[kind] ?? after?.clause,
  }));
}

/** The clauses that nothing enforces, by their number and language. */
function compareClauses(telling: Telling, before: Terms, after: Terms): ComparedSentence[] {
  type Clause = Terms['other_clauses'][number];
  const same = (one: Clause, { number, language }: Clause) =>
    one.number === number && one.language === language;
  const added = after.other_clauses.filter((one) => !before.other_clauses.some((other) => same(one, other)));
  return inTextOrder([...before.other_clauses, ...added]).map((clause) => {
    const [old, now] = [before, after].map((terms) => terms.other_clauses.find((one) => same(one, clause)));
    return {
      before: old && clauseInWords(telling, old),
      after: now && clauseInWords(telling, now),
      clauseBefore: old?.number,
      clauseAfter: now?.number,
    };
  });
}

/** Two versions of terms sentence by sentence, direction by direction. */
export function compareTerms(telling: Telling, before: Terms, after: Terms): ComparedTerms {
  const same = (one: Grant, { from, to }: Grant) => one.from === from && one.to === to;
  const added = after.grants.filter((grant) => !before.grants.some((other) => same(grant, other)));
  const directions = [...before.grants, ...added].map((grant): ComparedDirection => {
    const [old, now] = [before, after].map(({ grants }) => grants.find((other) => same(grant, other)));
    return {
      from: grant.from,
      to: grant.to,
      in: old ? (now ? 'both' : 'from') : 'to',
      sentences: compareGrants(telling, old, now),
    };
  });
  const whole: ComparedSentence[] = [
    ...WHOLE.map(([name, tell]) => ({
      before: tell(telling, before),
      after: tell(telling, after),
      clauseBefore: before.clauses?.[name],
      clauseAfter: after.clauses?.[name],
    })),
    ...compareClauses(telling, before, after),
  ];
  const all = [...directions.flatMap(({ sentences }) => sentences), ...whole];
  return { directions, whole, differing: all.filter((sentence) => !isSame(sentence)).length };
}
