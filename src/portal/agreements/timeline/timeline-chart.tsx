import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';
import { places, type Timeline, type TimelineSpan } from './events';

const SLOT = 44;
const LANE = 40;
const LABELS = 92;
const MARGIN = 12;

/** Steps as numbered marks, and when terms were in force and sharing paused as bars. It runs as the reader reads. */
export function TimelineChart({ screen, timeline }: { screen: Screen; timeline: Timeline }) {
  const { t } = screen;
  const { placeOf, now, count } = places(timeline);
  const width = LABELS + count * SLOT + MARGIN * 2;
  const lanes = 1 + timeline.force.length + timeline.paused.length;
  const height = lanes * LANE + MARGIN * 2 + 16;
  const mirrored = LANGUAGES[screen.language].dir === 'rtl';
  const x = (from: number, wide = 0) => (mirrored ? width - from - wide : from);
  const middle = (place: number) => LABELS + MARGIN + place * SLOT + SLOT / 2;
  const y = (lane: number) => MARGIN + lane * LANE + LANE / 2;
  // The chart is laid out by hand in either direction, so that letters' own direction must not turn its anchors.
  const label = (text: string, lane: number) => (
    <text x={x(MARGIN)} y={y(lane) + 5} text-anchor={mirrored ? 'end' : 'start'} direction="ltr">
      {text}
    </text>
  );
  const bar = (span: TimelineSpan, lane: number, kind: 'force' | 'paused', text: string) => {
    const from = middle(placeOf(span.from));
    const end = span.until === null ? middle(count - 1) + SLOT / 2 : middle(placeOf(span.until));
    const wide = Math.max(end - from, 8);
    return (
      <g class={`bar-${kind}${span.until === null ? ' open-ended' : ''}`}>
        <rect x={x(from, wide)} y={y(lane) - 11} width={wide} height={22} rx={3} />
        <title>{text}</title>
      </g>
    );
  };
  return (
    <div class="drawing" role="region" aria-label={t('agreements.timeline')} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('agreements.timelineHelp')}
      >
        <line class="now-line" x1={x(middle(now))} x2={x(middle(now))} y1={MARGIN} y2={height - 16} />
        <text x={x(middle(now))} y={height - 2} text-anchor="middle">
          {t('agreements.now')}
        </text>
        {label(t('agreements.laneFacts'), 0)}
        {timeline.events.map(({ at }, index) => {
          const place = at <= timeline.now ? index : index + 1;
          return (
            <g class={at <= timeline.now ? 'mark' : 'mark mark-later'}>
              <circle cx={x(middle(place))} cy={y(0)} r={14} />
              <text x={x(middle(place))} y={y(0) + 5} text-anchor="middle">
                {index + 1}
              </text>
            </g>
          );
        })}
        {timeline.force.map((span, index) => (
          <>
            {label(`${t('agreements.laneForce')} (${span.terms ?? ''})`, 1 + index)}
            {bar(span, 1 + index, 'force', t('agreements.termsNumber', { number: span.terms ?? 0 }))}
          </>
        ))}
        {timeline.paused.map((span, index) => {
          const lane = 1 + timeline.force.length + index;
          return (
            <>
              {label(t('agreements.lanePaused'), lane)}
              {bar(span, lane, 'paused', t('agreements.lanePaused'))}
            </>
          );
        })}
      </svg>
    </div>
  );
}
