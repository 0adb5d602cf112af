import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';

const DAY = 86_400_000;
const [WIDTH, HEIGHT, GAP] = [310, 60, 2];

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
  const named = new Intl.DateTimeFormat(LANGUAGES[language].format, {
    ...{ month: 'short', day: 'numeric', timeZone: 'UTC' },
  });
  return (
    <figure class="received">
      <figcaption>
        {t('home.receivedPerDay')} {more && t('home.newestOnly')}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('home.receivedPerDay')}>
        <line x1="0" y1={HEIGHT - 0.5} x2={WIDTH} y2={HEIGHT - 0.5} class="axis" />
        {days.map(({ count }, index) => {
          const height = (count / most) * (HEIGHT - 4);
          return (
            <rect
              class="bar"
              x={index * step + GAP / 2}
              y={HEIGHT - 1 - height}
              width={Math.max(1, step - GAP)}
              height={height}
            />
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
                <th scope="row">{named.format(new Date(`${day}T00:00:00Z`))}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
