/** What happened outside of the usual way of releasing, or was written down too late. */
export const EXCEPTION_KINDS = ['told_unauthorised', 'told_late'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];
