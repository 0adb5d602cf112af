import {
  acting,
  type Actor,
  type Agreement,
  type Direction,
  holding,
  type Instant,
  type Pause,
} from './agreement';
import type { Allowed } from './command';
import { stepsInWords } from './next-steps';
import { isOpen, isOver } from './paused';
import { allow, withoutRole } from './progress';
import { refused, type Refused } from './refusal';
import { standing } from './standing';

/** A suspension asked for; without a direction it is for all of them, without information types of all of those. */
export interface Suspension {
  direction: Direction | null;
  informationTypes: readonly string[] | null;
  startsAt: Instant;
  endsAt: Instant | null;
  reviewAt: Instant | null;
}

const sameDirection = (pause: Pause, direction: Direction | null): boolean =>
  pause.from === (direction?.from ?? null) && pause.to === (direction?.to ?? null);

const sameTypes = (one: Pause['informationTypes'], other: Pause['informationTypes']): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every((type) => other.includes(type));

function badScope(agreement: Agreement, direction: Direction | null, actor: Actor): Refused | null {
  if (direction === null)
    // Among three or more, one party does not end what two others exchange.
    return holding(agreement, 'operating_cert').length <= 2
      ? null
      : refused('pause/direction', 'Among more than two operating CERTs, name the direction.', 'from');
  const granted = agreement.terms.some(({ grants }) =>
    grants.some(({ from, to }) => from === direction.from && to === direction.to),
  );
  if (!granted) return refused('pause/direction', 'The agreement grants nothing in this direction.', 'from');
  if (direction.from !== actor.organization.id && direction.to !== actor.organization.id)
    return refused('pause/direction', 'An operating CERT suspends what it sends or receives.', 'from');
  return null;
}

/** Suspension by an operating CERT, at once or from a later instant on. */
export function judgeSuspension(
  agreement: Agreement,
  { direction, informationTypes, startsAt, endsAt, reviewAt }: Suspension,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, 'operating_cert');
  if (no) return no;
  const now = standing(agreement, at);
  const steps = stepsInWords(agreement, at);
  if (now.ended) return refused('agreement/ended', `The agreement has ended. ${steps}`);
  if (now.expired || !now.versions.some(({ from }) => from !== null))
    return refused('agreement/not-in-force', `Only what is or will be in force can be suspended. ${steps}`);
  const scope = badScope(agreement, direction, actor);
  if (scope) return scope;
  if (startsAt < at) return refused('pause/interval', 'A suspension takes effect now or later.', 'starts_at');
  if (endsAt !== null && endsAt <= startsAt)
    return refused('pause/interval', 'A suspension ends after it starts.', 'ends_at');
  if (reviewAt !== null && reviewAt <= startsAt)
    return refused('pause/interval', 'A suspension is reviewed after it starts.', 'review_at');
  const own = agreement.pauses.some(
    (pause) =>
      pause.kind === 'suspension' &&
      pause.recordedByOrg === actor.organization.id &&
      sameDirection(pause, direction) &&
      sameTypes(pause.informationTypes, informationTypes) &&
      !isOver(pause, at) &&
      pause.startsAt <= startsAt,
  );
  if (own) return refused('pause/open-already', 'Your organization has suspended this already.');
  return allow();
}

/** A stop: what one team sends to another, under whatever agreement, at once and by one duty officer. */
export function judgeStop(
  granted: boolean,
  pauses: readonly Pause[],
  direction: Direction,
  at: Instant,
): Allowed | Refused {
  if (!granted)
    return refused('pause/no-grant', 'No agreement lets your organization send anything to that team.');
  const open = pauses.some(
    (pause) => pause.kind === 'stop' && sameDirection(pause, direction) && isOpen(pause, at),
  );
  if (open)
    return refused('pause/open-already', 'What your organization sends to that team is stopped already.');
  return allow();
}

function notOpen(pause: Pause, actor: Actor, at: Instant): Refused | null {
  if (pause.recordedByOrg !== actor.organization.id)
    return refused('pause/not-yours', 'The organization that paused the exchange resumes it.');
  return isOver(pause, at) ? refused('pause/over', 'This pause is over.') : null;
}

/** Resumption is asked for by one person of the organization that paused; nothing flows yet. */
export function judgeResumption(pause: Pause, actor: Actor, at: Instant): Allowed | Refused {
  const no = notOpen(pause, actor, at);
  if (no) return no;
  if (pause.resumption)
    return refused('pause/requested-already', 'Resumption was asked for: a second person may confirm it.');
  return allow();
}

/** Resumption takes effect when a second person of that organization confirms it. */
export function judgeResumptionConfirmation(pause: Pause, actor: Actor, at: Instant): Allowed | Refused {
  const no = notOpen(pause, actor, at);
  if (no) return no;
  if (!pause.resumption)
    return refused('pause/not-requested', 'Nobody has asked for resumption yet: that comes first.');
  if (pause.resumption.requestedBy === actor.person)
    return refused(
      'pause/second-person',
      'Whoever asked for resumption cannot confirm it: a second person has to.',
    );
  return allow();
}

/** Operating CERTs whose receiving a pause of this scope changes, in a fixed order. */
export function receivers(agreement: Agreement, direction: Direction | null): string[] {
  if (direction) return [direction.to];
  return acting(agreement, 'operating_cert')
    .map(({ id }) => id)
    .sort();
}
