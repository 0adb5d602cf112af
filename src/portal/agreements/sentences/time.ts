import { LANGUAGES } from '../../messages/locales';
import { listOf } from '../../frame/listed';
import { type Grant, type Telling, wordOf } from './telling';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none'] as const;
// A Monday, and the days after it.
const MONDAY = Date.UTC(2024, 0, 1);
export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Minutes as people say them; those of working hours in hours, since a working day is no day. */
function timeOf({ language }: Telling, minutes: number, working: boolean): string {
  const day = working ? Infinity : 1440;
  const days = Math.floor(minutes / day);
  const hours = Math.floor((minutes - (days ? days * 1440 : 0)) / 60);
  const parts: [number, string][] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes % 60, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(LANGUAGES[language].format, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(count),
    )
    .join(' ');
}

/** A day of the week in the reader's words. */
export const dayOf = ({ language }: Telling, day: string): string =>
  new Intl.DateTimeFormat(LANGUAGES[language].format, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + WEEK.indexOf(day) * 86_400_000,
  );

type Within = NonNullable<Grant['respond_within']>;

/** The sentence that names the time, with the ones that tell exceptions and by which clock it runs. */
export function timeSentences(telling: Telling, within: Within, saying: (time: string) => string): string {
  const { minutes, by_severity: others = {}, working_hours: hours } = within;
  const working = hours !== undefined;
  const said = saying(timeOf(telling, minutes, working));
  const except = SEVERITIES.flatMap((severity) => {
    const time = others[severity];
    if (time === undefined) return [];
    const word = wordOf(telling, 'severity', severity);
    return [telling.t('owed.withSeverity', { severity: word, time: timeOf(telling, time, working) })];
  });
  const list = [...(hours?.days ?? [])].sort((a, b) => WEEK.indexOf(a) - WEEK.indexOf(b));
  const clock = hours
    ? telling.t('owed.workingHours', {
        days: listOf(
          telling,
          list.map((day) => dayOf(telling, day)),
        ),
        from: hours.from,
        until: hours.until,
        zone: hours.zone,
        holidays: hours.holidays?.length ?? 0,
      })
    : telling.t('owed.aroundTheClock');
  return [said, ...except, clock].join(LANGUAGES[telling.language].format.startsWith('zh') ? '' : ' ');
}
