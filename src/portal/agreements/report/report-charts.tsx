import type { components } from '../../../../docs/openapi';
import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';

export type Report = components['schemas']['AgreementReportView'];
type Count = components['schemas']['CountView'];

const [WIDTH, HEIGHT, FOOT, HEAD] = [720, 180, 22, 16];

/** A month as the reader calls it. */
export const monthInWords = ({ language }: Screen, month: string): string =>
  new Intl.DateTimeFormat(LANGUAGES[language].format, {
    year: '2-digit',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));

/** What went out and what came in, month by month, side by side; the table below says the same. */
export function MonthsChart({ screen, report }: { screen: Screen; report: Report }) {
  const { t, language } = screen;
  const { shared, received } = report;
  const months = shared.months.map(({ name }) => name);
  const tallest = Math.max(1, ...[...shared.months, ...received.months].map(({ versions }) => versions));
  const step = WIDTH / Math.max(months.length, 1);
  const bar = Math.min(step * 0.4, 36);
  const tall = (versions: number) => ((HEIGHT - FOOT - HEAD) * versions) / tallest;
  // Where one reads from the right, the period begins there.
  const middle = (index: number) => {
    const at = (index + 0.5) * step;
    return LANGUAGES[language].dir === 'rtl' ? WIDTH - at : at;
  };
  const column = (versions: number, x: number, series: 'shared' | 'received') => (
    <>
      <rect
        class={`report-bar report-${series}`}
        x={x}
        y={HEIGHT - FOOT - tall(versions)}
        width={bar}
        height={tall(versions)}
      />
      {versions > 0 && (
        <text x={x + bar / 2} y={HEIGHT - FOOT - tall(versions) - 4} text-anchor="middle">
          {versions}
        </text>
      )}
    </>
  );
  return (
    <div class="drawing" role="region" aria-label={t('report.byMonth')} tabIndex={0}>
      <svg
        class="report-chart"
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('report.chartSays', { shared: shared.versions, received: received.versions })}
      >
        {months.map((month, index) => (
          <>
            {column(shared.months[index]?.versions ?? 0, middle(index) - bar, 'shared')}
            {column(received.months[index]?.versions ?? 0, middle(index), 'received')}
            {(months.length <= 14 || index % 3 === 0) && (
              <text x={middle(index)} y={HEIGHT - 6} text-anchor="middle">
                {monthInWords(screen, month)}
              </text>
            )}
          </>
        ))}
      </svg>
    </div>
  );
}

/** Some counts, each with a bar as long as it is large; names and numbers stand beside. */
export function Bars({ counts, nameOf }: { counts: readonly Count[]; nameOf: (name: string) => string }) {
  const most = Math.max(1, ...counts.map(({ versions }) => versions));
  return (
    <dl class="report-bars">
      {counts
        .toSorted((one, other) => other.versions - one.versions)
        .map(({ name, versions }) => (
          <div>
            <dt>
              <bdi>{nameOf(name)}</bdi>
            </dt>
            <dd>
              <meter min={0} max={most} value={versions} aria-hidden="true" /> {versions}
            </dd>
          </div>
        ))}
    </dl>
  );
}
