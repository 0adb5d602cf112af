import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';
import type { Effect } from './effect';

const ROW = 44;
const HALF = 150;
const NUMBER = 44;
const WIDTH = 2 * (HALF + NUMBER);

/** A bar for each team: to the beginning of the line what it would lose, to the end what it would gain. */
export function EffectChart({
  screen,
  effect,
  nameOf,
}: {
  screen: Screen;
  effect: Effect;
  nameOf: (handle: string) => string;
}) {
  const { t } = screen;
  const most = Math.max(1, ...effect.teams.flatMap(({ gains, loses }) => [gains, loses]));
  const mirrored = LANGUAGES[screen.language].dir === 'rtl';
  const height = effect.teams.length * ROW + 28;
  const middle = WIDTH / 2;
  const scaled = (count: number) => (count / most) * HALF;
  /** @param side -1 towards the beginning of the line, 1 towards its end */
  const bar = (count: number, side: -1 | 1, y: number, kind: 'loses' | 'gains') => {
    const towards = mirrored ? -side : side;
    const wide = scaled(count);
    return (
      <g class={`bar-${kind}`}>
        <rect x={towards > 0 ? middle : middle - wide} y={y} width={wide} height={18} />
        <text
          x={middle + towards * (wide + 6)}
          y={y + 14}
          text-anchor={towards > 0 ? 'start' : 'end'}
          direction="ltr"
        >
          {kind === 'gains' ? '+' : '−'}
          {count}
        </text>
      </g>
    );
  };
  const heading = (side: -1 | 1, text: string) => (
    <text x={middle + (mirrored ? -side : side) * (HALF / 2)} y={16} text-anchor="middle">
      {text}
    </text>
  );
  return (
    <div class="drawing" role="region" aria-label={t('steps.affects')} tabIndex={0}>
      <svg
        width={WIDTH}
        height={height}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('steps.chart')}
      >
        {heading(-1, t('steps.loses'))}
        {heading(1, t('steps.gains'))}
        {effect.teams.map(({ team, gains, loses }, index) => {
          const top = 28 + index * ROW;
          return (
            <>
              <text class="team-name" x={middle} y={top + 12} text-anchor="middle">
                {nameOf(team)}
              </text>
              {bar(loses, -1, top + 18, 'loses')}
              {bar(gains, 1, top + 18, 'gains')}
            </>
          );
        })}
        <line class="axis" x1={middle} x2={middle} y1={44} y2={height} />
      </svg>
    </div>
  );
}
