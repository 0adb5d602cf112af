import { amending, type Agreement, holding, type Instant, type Party } from './agreement';
import { refused, type Refused } from './refusal';
import { standing } from './standing';

/** What becomes of the former agreement when the later one enters into force. */
export const FORMER = ['ends', 'runs_out'] as const;
export type Former = (typeof FORMER)[number];

/** From when until when an agreement is in force; null is without an end. */
export interface Span {
  begins: Instant;
  ends: Instant | null;
}

/** What lies between two agreements of which one supersedes the other. */
export type Transition =
  | { kind: 'gap' | 'overlap'; from: Instant; until: Instant | null }
  | { kind: 'seamless'; from: Instant; until: Instant };

const DAY = 86_400_000;

/** What lies between the end of the former and the beginning of the later; null before both are known. */
export function transition(former: Span | null, later: Span | null): Transition | null {
  if (!former || !later) return null;
  if (former.ends === null || former.ends > later.begins) {
    const ends = [former.ends, later.ends].filter((end) => end !== null);
    const from = Math.max(former.begins, later.begins);
    return { kind: 'overlap', from, until: ends.length === 0 ? null : Math.min(...ends) };
  }
  const kind = former.ends === later.begins ? 'seamless' : 'gap';
  return { kind, from: former.ends, until: later.begins };
}

/** Whole days of 24 hours between two instants; null without an end. */
export const daysBetween = (from: Instant, until: Instant | null): number | null =>
  until === null ? null : Math.floor((until - from) / DAY);

const grantsExchange = (kind: string): boolean => kind !== 'host_or_capacity_agreement';

/**
 * May a draft of this kind, between these parties, supersede the agreement? Null: it may. Its operating CERTs have to be
 * among those of the draft: nobody's exchange ends by an instrument to which it is no party.
 */
export function judgeSuccession(
  draft: { kind: string; parties: readonly Party[] },
  former: Agreement,
  at: Instant,
): Refused | null {
  const no = (text: string) => refused('agreement/succession', text, 'supersedes.agreement');
  if (grantsExchange(draft.kind) !== grantsExchange(former.kind))
    return no('an agreement that grants exchange supersedes one that does, and none that does not');
  const { versions, superseded } = standing(former, at);
  if (!versions.some(({ from }) => from !== null))
    return no('only what is, was or will be in force is superseded: withdraw or end a draft instead');
  if (superseded) return no('it is superseded already: supersede what followed it');
  const left = holding({ parties: amending(former) }, 'operating_cert').filter(
    ({ id }) => !holding(draft, 'operating_cert').some((one) => one.id === id),
  );
  if (left.length > 0)
    return no(`${left.map(({ handle }) => handle).join(', ')} would be left without an agreement`);
  return null;
}
