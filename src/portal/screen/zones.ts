/** The time zones that people are offered: those of the IANA database that this runtime has. */
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const known = new Set(ZONES);
export const isZone = (text: string): boolean => known.has(text);
