import {
  acting,
  type Actor,
  type Agreement,
  type Direction,
  type Fact,
  type Instant,
  type Pause,
} from './agreement';
import type { Allowed } from './command';
import { entryState } from './entry-condition';
import { judge } from './judge';
import { rolesThatEnd } from './next-steps';
import { noticeDays } from './notice-period';
import { isOver } from './paused';
import { judgeSuspension, type Suspension } from './pausing';
import { allow } from './progress';
import { refused, type Refused } from './refusal';
import { standing } from './standing';

/** A step of an agreement that is supposed: from `at` on it would have effect, whoever of those who may takes it. */
export type SupposedStep =
  | { step: 'enter'; terms: number; at: Instant }
  | {
      step: 'suspend';
      direction: Direction | null;
      informationTypes: Suspension['informationTypes'];
      at: Instant;
      until: Instant | null;
    }
  | { step: 'end'; at: Instant };

/** An approval or signature that terms still lack. */
export interface LackingConsent {
  kind: 'approved' | 'signed';
  party: string;
}

/** What terms lack to enter into force: every approval and signature that does not count at the instant. */
export function lackingConsents(agreement: Agreement, number: number, at: Instant): LackingConsent[] {
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  if (!version) return [];
  return [
    ...version.approvalsMissing.map(({ id }) => ({ kind: 'approved' as const, party: id })),
    ...version.signaturesMissing.map(({ id }) => ({ kind: 'signed' as const, party: id })),
  ];
}

/** The agreement as if these terms were submitted, approved and signed by all, by the parties themselves and now. */
function withConsents(agreement: Agreement, number: number, at: Instant): Agreement {
  const fact = (kind: Fact['kind'], party: string): Fact => ({
    ...{ id: '', kind, terms: number, party, effectiveAt: at, recordedAt: at },
    ...{ recordedBy: '', recordedByOrg: party, secondPerson: false, confirmedAt: null },
  });
  const consents = lackingConsents(agreement, number, at).map(({ kind, party }) => fact(kind, party));
  const submitted = fact('submitted', agreement.drafter.id);
  const terms = agreement.terms.find((one) => one.number === number);
  const silent = terms ? entryState(agreement, terms, at).notificationsMissing : [];
  const notified = silent.map(({ id }) => fact('notified', id));
  return { ...agreement, facts: [...agreement.facts, submitted, ...consents, ...notified] };
}

/** When terms would enter into force at the earliest if all consented now: at once, unless their condition says later. */
export function earliestEntry(agreement: Agreement, number: number, now: Instant): Instant {
  const ready = withConsents(agreement, number, now);
  const terms = ready.terms.find((one) => one.number === number);
  return Math.max(now, (terms && entryState(ready, terms, now).from) ?? now);
}

/** Who takes the step: the asker's own organization if it may, or else one that may. */
function taker(agreement: Agreement, asker: Actor, roles: Parameters<typeof acting>[1][]): Actor {
  const able = acting(agreement, ...roles);
  const other = able.some(({ id }) => id === asker.organization.id) ? undefined : able[0];
  return other ? { ...asker, organization: other } : asker;
}

/** Would the step be recorded? What it is refused for, the question is refused for; who asks does not matter. */
export function judgeSupposed(
  agreement: Agreement,
  supposed: SupposedStep,
  asker: Actor,
  now: Instant,
): Allowed | Refused {
  const by = (...roles: Parameters<typeof acting>[1][]) => taker(agreement, asker, roles);
  switch (supposed.step) {
    case 'enter': {
      const ready = withConsents(agreement, supposed.terms, now);
      const command = { do: 'enter_into_force', terms: supposed.terms, effectiveAt: supposed.at } as const;
      return judge(ready, command, by('operating_cert', 'signatory'), now);
    }
    case 'end': {
      const { at: effectiveAt } = supposed;
      // Where the terms have a period of notice, it is by notice that the agreement ends.
      if (noticeDays(agreement, now) === null)
        return judge(agreement, { do: 'end', effectiveAt }, by(...rolesThatEnd(agreement)), now);
      const notice = { do: 'give_notice', givenAt: now, effectiveAt, hasEvidence: false } as const;
      return judge(agreement, notice, by('operating_cert', 'signatory'), now);
    }
    case 'suspend': {
      const { direction, informationTypes, at, until } = supposed;
      const sender = acting(agreement, 'operating_cert').find(({ id }) => id === direction?.from);
      const own = by('operating_cert');
      const concerned = !direction || [direction.from, direction.to].includes(own.organization.id);
      const actor = concerned || !sender ? own : { ...own, organization: sender };
      return judgeSuspension(
        agreement,
        { direction, informationTypes, startsAt: at, endsAt: until, reviewAt: null },
        actor,
        now,
      );
    }
  }
}

/** Would a suspension or stop end now? Who made it is supposed to ask, and a second person to confirm. */
export const judgeSupposedResumption = (pause: Pause, now: Instant): Allowed | Refused =>
  isOver(pause, now) ? refused('pause/over', 'This pause is over.') : allow();
