/** What happened outside of the usual way of releasing, or was written down too late. */
export const EXCEPTION_KINDS = [
  'told_unauthorised',
  'told_late',
  'released_alone',
  'review_overdue',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];
