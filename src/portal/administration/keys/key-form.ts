/** What a key may be for, as the web API has it. */
export const KEY_SCOPES = ['pull', 'report', 'acknowledge', 'witness'] as const;
export type Scope = (typeof KEY_SCOPES)[number];

/** A key as the form has it. */
export interface WantedKey {
  name: string;
  /** A day in UTC, as `2027-01-31`. */
  expires: string;
  scopes: Scope[];
  /** One a line. */
  addresses: string;
}

/** The day in UTC some days after an instant. */
export const dayOf = (instant: string, daysLater: number): string =>
  new Date(Date.parse(instant) + daysLater * 86_400_000).toISOString().slice(0, 10);

/** The instant at which a day begins in UTC; what is no day is left for the web API to refuse. */
export const startOf = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day);
