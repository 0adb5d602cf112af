import { LANGUAGES } from '../messages/locales';
import type { Screen } from '../screen/screen';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string): Intl.DateTimeFormat {
  const name = `${locale}|${timeZone}`;
  let found = formats.get(name);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, {
      ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
      ...{ timeZone, timeZoneName: 'short', hourCycle: 'h23' },
    });
    formats.set(name, found);
  }
  return found;
}

/** An instant in words of the reader's language and zone. */
export const inZone = ({ language, zone }: Screen, instant: string): string =>
  format(LANGUAGES[language].format, zone).format(new Date(instant));

/** An instant: in the reader's zone and, where that is another, in UTC as well. */
export function Instant({ screen, at }: { screen: Screen; at: string }) {
  const utc = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return (
    <time dateTime={at} title={utc}>
      {screen.zone === 'UTC' ? (
        <span dir="ltr">{utc}</span>
      ) : (
        <>
          <bdi>{inZone(screen, at)}</bdi>{' '}
          <span class="text-secondary utc" dir="ltr">
            {utc}
          </span>
        </>
      )}
    </time>
  );
}
