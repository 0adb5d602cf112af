import type { Question, Subject } from '../../src/disclosure/rules/question';
import type { GivenWorld, Moment } from './given-world';

/** What is asked of a world, and what a lawyer expects to hear. */
export interface CaseQuestion extends Pick<Question, 'channel' | 'purpose'> {
  /** A handle, or `public`. */
  reader: string;
  /** A person of the reader, who asks; null where it is a system, or nobody in particular. */
  person: string | null;
  at: Moment;
  subject: Subject;
  /** Of the item, from 1. */
  version: number;
  received: boolean;
  expected: {
    verdict: 'released' | 'withheld';
    basis: 'own' | 'public' | 'grant' | null;
    /** Agreement and clause, as `PK-CN-2026 Art. 4`. */
    under: string | null;
    /** The rules that forbid, for each basis that is spoken of; grants go by their agreement. */
    forbidding: Readonly<Record<string, readonly string[]>>;
    /** What becomes of parts, by their numbers, as `T-01 pseudonym`; the others are kept. */
    parts: Readonly<Record<string, string>>;
  };
}

/** A small world with one item, whose organizations go by their handles, and what is asked of it. */
export interface Case {
  /** File and name; no two cases have the same. */
  title: string;
  world: GivenWorld;
  questions: CaseQuestion[];
  /** How the tables say that they refuse such a world; null if they take it. */
  refusedAtEntry: string | null;
}
