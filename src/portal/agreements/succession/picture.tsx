import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';
import { type Held, scaleOf } from './scale';

const WIDTH = 640;
const LABELS = 150;
const LANE = 34;
const MARGIN = 12;

/** When each of two agreements is in force, true to scale, with what lies between. It runs as the reader reads. */
export function SuccessionPicture({
  screen,
  former,
  later,
  kind,
}: {
  screen: Screen;
  former: Held;
  later: Held;
  kind: 'gap' | 'overlap' | 'seamless';
}) {
  const { t } = screen;
  const { bars, between } = scaleOf(former, later);
  const mirrored = LANGUAGES[screen.language].dir === 'rtl';
  const height = 2 * LANE + 2 * MARGIN;
  const room = WIDTH - LABELS - 2 * MARGIN;
  const x = (from: number, wide = 0) => (mirrored ? WIDTH - from - wide : from);
  const place = (part: number) => LABELS + MARGIN + part * room;
  const middle = (lane: number) => MARGIN + lane * LANE + LANE / 2;
  const wide = Math.max(place(between[1]) - place(between[0]), 3);
  return (
    <div class="drawing" role="region" aria-label={t('succession.picture')} tabIndex={0}>
      <svg
        width={WIDTH}
        height={height}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('succession.picture')}
      >
        {kind === 'gap' && (
          <g class="between-gap">
            <rect x={x(place(between[0]), wide)} y={MARGIN} width={wide} height={2 * LANE} />
            <title>{t('succession.gapTitle')}</title>
          </g>
        )}
        {bars.map(({ agreement, begins, ends, open }, lane) => {
          const length = Math.max(place(ends) - place(begins), 6);
          return (
            <>
              <text
                x={x(MARGIN)}
                y={middle(lane) + 5}
                text-anchor={mirrored ? 'end' : 'start'}
                direction="ltr"
              >
                {agreement}
              </text>
              <g class={`bar-force${open ? ' open-ended' : ''}`}>
                <rect x={x(place(begins), length)} y={middle(lane) - 10} width={length} height={20} rx={3} />
                <title>{agreement}</title>
              </g>
            </>
          );
        })}
      </svg>
    </div>
  );
}
