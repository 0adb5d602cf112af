/** A queue: `every` is the schedule of its job as a cron expression in UTC, if it is not sent by requests. */
export interface Queue {
  readonly every?: string;
  /** How long a run may take, in seconds, before another process may take it over. */
  readonly seconds: number;
}

/**
 * All queues. They are made when the database is migrated, by its owner: the role that serves may put jobs into
 * them, the one that runs them takes them out, and neither can make one.
 */
export const QUEUES = {
  'clean-expired': { every: '17 * * * *', seconds: 120 },
  'drain-public-feed': { every: '* * * * *', seconds: 120 },
  'drain-due-feeds': { every: '* * * * *', seconds: 120 },
  'digest-obligations': { every: '7 * * * *', seconds: 120 },
  'match-entitlements': { every: '* * * * *', seconds: 120 },
} as const satisfies Record<string, Queue>;
export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** The schema of pg-boss, apart from ours. */
export const JOBS_SCHEMA = 'jobs';
