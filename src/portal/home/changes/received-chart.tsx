import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';

const DAY = 86_400_000;
const [WIDTH, HEIGHT, GAP] = [620, 120, 4];
/** What stands above the bars and below them. */
const [COUNTS, DAYS] = [18, 20];
/** Days whose names fit below the bars. */
const NAMED = 8;
const WIDEST = 60;

/** How many items came in on each day of a period, by the reader's calendar. */
export function perDay(
  received: readonly string[],
  { from, to, zone }: { from: string; to: string; zone: string },
): { day: string; count: number }[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone },
  });
  const dayOf = (at: string | number) => format.format(new Date(at));
  const days = new Set<string>();
  for (let at = Date.parse(from); at < Date.parse(to); at += DAY) days.add(dayOf(at));
  days.add(dayOf(to));
  const counts = new Map([...days].map((day) => [day, 0]));
  for (const at of received) counts.set(dayOf(at), (counts.get(dayOf(at)) ?? 0) + 1);
  return [...counts].map(([day, count]) => ({ day, count }));
}

/** The same as bars, with the table behind them. It counts what the reader's team was given, and nothing else. */
export function ReceivedChart({
  screen,
  from,
  received,
  more,
}: {
  screen: Screen;
  from: string;
  received: readonly string[];
  more: boolean;
}) {
  const { t, me, zone, language } = screen;
  const days = perDay(received, { from, to: me?.at ?? from, zone });
  if (received.length === 0 || days.length < 2) return null;
  const most = Math.max(...days.map(({ count }) => count));
  const step = WIDTH / days.length;
  const base = HEIGHT - DAYS;
  const every = Math.ceil(days.length / NAMED);
  const mirrored = LANGUAGES[language].dir === 'rtl';
  const dayInWords = (day: string) => named.format(new Date(`${day}T00:00:00Z`));
  const named = new Intl.DateTimeFormat(LANGUAGES[language].format, {
    ...{ month: 'short', day: 'numeric', timeZone: 'UTC' },
  });
  return (
    <figure class="received">
      <figcaption>
        {t('home.receivedPerDay')} {more && t('home.newestOnly')}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('home.receivedPerDay')}>
        <line x1="0" y1={base + 0.5} x2={WIDTH} y2={base + 0.5} class="axis" />
        {days.map(({ day, count }, index) => {
          const height = (count / most) * (base - COUNTS);
          const place = mirrored ? days.length - 1 - index : index;
          const wide = Math.min(WIDEST, Math.max(1, step - GAP));
          const middle = (place + 0.5) * step;
          return (
            <>
              <rect class="bar" x={middle - wide / 2} y={base - height} width={wide} height={height} />
              {count > 0 && (
                <text x={middle} y={base - height - 5} text-anchor="middle">
                  {count}
                </text>
              )}
              {(days.length - 1 - index) % every === 0 && (
                <text x={middle} y={HEIGHT - 4} text-anchor="middle">
                  {dayInWords(day)}
                </text>
              )}
            </>
          );
        })}
      </svg>
      <details>
        <summary>{t('home.asTable')}</summary>
        <table class="table table-sm">
          <thead>
            <tr>
              <th scope="col">{t('home.day')}</th>
              <th scope="col">{t('home.items')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count }) => (
              <tr>
                <th scope="row">{dayInWords(day)}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
