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

function compareGrants(
  telling: Telling,
  before: Grant | undefined,
  after: Grant | undefined,
): ComparedSentence[] {
  return KINDS.map((kind) => ({
    before: before && SENTENCES[kind](telling, before),
    after: after && SENTENCES[kind](telling, after),
    clauseBefore: before?.clause,
    clauseAfter: after?.clause,
  }));
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
  const whole = WHOLE.map((tell) => ({
    before: tell(telling, before),
    after: tell(telling, after),
  }));
  const all = [...directions.flatMap(({ sentences }) => sentences), ...whole];
  return { directions, whole, differing: all.filter((sentence) => !isSame(sentence)).length };
}
