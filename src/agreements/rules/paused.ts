import type { Direction, Instant, Pause } from './agreement';

export interface PausedDirection extends Direction {
  kind: Pause['kind'];
  informationTypes: Pause['informationTypes'];
  since: Instant;
  until: Instant | null;
  pause: string;
}

/**
 * Half-open interval in which a pause holds: from the later of its start and its recording, until its end or, if
 * that is earlier, until a resumption that a second person confirmed.
 */
export function pauseInterval(pause: Pause): { from: Instant; until: Instant | null } {
  const { resumption } = pause;
  const resumed =
    resumption && resumption.confirmedAt !== null
      ? Math.max(resumption.effectiveAt, resumption.requestedAt, resumption.confirmedAt)
      : null;
  const ends = [pause.endsAt, resumed].filter((end) => end !== null);
  return {
    from: Math.max(pause.startsAt, pause.recordedAt),
    until: ends.length === 0 ? null : Math.min(...ends),
  };
}

/** Whether a pause holds at an instant. */
export function isOpen(pause: Pause, at: Instant): boolean {
  const { from, until } = pauseInterval(pause);
  return from <= at && (until === null || until > at);
}

/** Whether a pause is over at an instant; one that has yet to begin is not. */
export const isOver = (pause: Pause, at: Instant): boolean => {
  const { until } = pauseInterval(pause);
  return until !== null && until <= at;
};

/** Which of the directions are paused at an instant, once for each pause that holds. */
export function pausedDirections(
  pauses: readonly Pause[],
  directions: readonly Direction[],
  at: Instant,
): PausedDirection[] {
  return pauses
    .filter((pause) => isOpen(pause, at))
    .flatMap((pause) =>
      directions
        .filter(({ from, to }) => pause.from === null || (pause.from === from && pause.to === to))
        .map(({ from, to }) => {
          const { kind, informationTypes, id } = pause;
          const interval = pauseInterval(pause);
          return { from, to, kind, informationTypes, since: interval.from, until: interval.until, pause: id };
        }),
    );
}
