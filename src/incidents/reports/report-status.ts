/** How far the recipient has come with a report: `received` until its first answer says something else. */
export const REPORT_STATUSES = ['received', 'in-work', 'closed'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
