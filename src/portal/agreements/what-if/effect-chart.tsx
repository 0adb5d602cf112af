import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';
import type { Effect } from './effect';

const ROW = 30;
const TOP = 44;
const NAMES = 230;
const HALF = 200;
const NUMBER = 56;
const WIDTH = NAMES + 2 * (HALF + NUMBER);
/** Letters of a name that fit beside its bar; the whole of it is in the table. */
const FITS = 30;
const short = (name: string): string => (name.length > FITS ? `${name.slice(0, FITS - 1)}…` : name);

/** A line for each team: its name, then a bar to the beginning of the line what it would lose, to the end what it would gain. */
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
  const height = effect.teams.length * ROW + TOP;
  const middle = mirrored ? HALF + NUMBER : NAMES + NUMBER + HALF;
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
    <text x={middle + (mirrored ? -side : side) * (HALF / 2)} y={26} text-anchor="middle">
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
          const top = TOP + index * ROW;
          return (
            <>
              <text
                class="team-name"
                x={mirrored ? WIDTH : 0}
                y={top + 19}
                text-anchor={mirrored ? 'end' : 'start'}
                direction="ltr"
              >
                {short(nameOf(team))}
                <title>{nameOf(team)}</title>
              </text>
              {bar(loses, -1, top + 6, 'loses')}
              {bar(gains, 1, top + 6, 'gains')}
            </>
          );
        })}
        <line class="axis" x1={middle} x2={middle} y1={TOP - 6} y2={height - 2} />
      </svg>
    </div>
  );
}
