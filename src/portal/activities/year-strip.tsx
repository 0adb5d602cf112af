import { LANGUAGES } from '../messages/locales';
import type { Screen } from '../screen/screen';
import { type Activity, COLOURS } from './activity';

const [WIDTH, MONTH, ROW, HEAD] = [960, 80, 22, 24];
const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** A year as a strip of twelve months with a bar for each activity; the list below says the same in words. */
export function YearStrip({
  screen,
  year,
  activities,
}: {
  screen: Screen;
  year: number;
  activities: readonly Activity[];
}) {
  const { t, language } = screen;
  const { format, dir } = LANGUAGES[language];
  const [begins, ends] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const place = (at: number) => (WIDTH * (Math.min(Math.max(at, begins), ends) - begins)) / (ends - begins);
  // Where one reads from the right, the year begins there.
  const left = (from: number, wide: number) => (dir === 'rtl' ? WIDTH - from - wide : from);
  const height = HEAD + Math.max(activities.length, 1) * ROW + 8;
  const name = new Intl.DateTimeFormat(format, { month: 'short', timeZone: 'UTC' });
  return (
    <div class="drawing" role="region" aria-label={t('activities.strip')} tabIndex={0}>
      <svg
        class="year-strip"
        width={WIDTH}
        height={height}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('activities.stripSays', { year: String(year), count: activities.length })}
      >
        {MONTHS.map((month) => (
          <>
            <rect
              class={month % 2 === 0 ? 'strip-month' : 'strip-month strip-odd'}
              x={left(month * MONTH, MONTH)}
              y={0}
              width={MONTH}
              height={height}
            />
            <text x={left(month * MONTH, MONTH) + MONTH / 2} y={16} text-anchor="middle">
              {name.format(Date.UTC(year, month, 1))}
            </text>
          </>
        ))}
        {activities.map(({ title, state, kind, starts_at, ends_at }, index) => {
          const from = place(Date.parse(starts_at));
          const wide = Math.max(place(Date.parse(ends_at)) - from, 8);
          return (
            <rect
              class={`strip-bar strip-${COLOURS[state]}`}
              x={left(from, wide)}
              y={HEAD + index * ROW + 3}
              width={wide}
              height={ROW - 6}
              rx={3}
            >
              <title>{`${t(`activities.kind_${kind}`)}: ${title} (${t(`activities.state_${state}`)})`}</title>
            </rect>
          );
        })}
      </svg>
    </div>
  );
}
