type WithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

/** The time zone of a country that has only one (CLDR). */
function zoneOfCountry(country: string): string | undefined {
  const zones = (new Intl.Locale(`und-${country}`) as WithZones).getTimeZones?.() ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}

/** The zone that a team names in its profile, or that its country leaves no doubt of. */
export const zoneOf = (detail: {
  country: string | null;
  profile?: { time_zone?: string } | null | undefined;
}): string | undefined =>
  detail.profile?.time_zone ?? (detail.country === null ? undefined : zoneOfCountry(detail.country));

/** What a clock in a zone shows. */
export const clockIn = (locale: string, timeZone: string, at: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone },
  }).format(new Date(at));
