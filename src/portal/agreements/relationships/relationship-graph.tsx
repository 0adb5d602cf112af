import { LANGUAGES } from '../../messages/locales';
import type { Screen } from '../../screen/screen';
import { byCounterpart, type Edge } from './edges';

const BOX = 196;
const GAP = 190;
const ROW = 72;
const SPACE = 20;
const WIDTH = BOX * 3 + GAP * 2;

/** A name that fits into a box; the whole of it is in the table. */
const short = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

interface Placed {
  readonly name: string;
  readonly edges: readonly Edge[];
  readonly top: number;
  /** -1 towards the beginning of the line, 1 towards its end. */
  readonly side: -1 | 1;
}

/** Counterparts on both sides of the middle, each as tall as it has edges. */
function place(edges: readonly Edge[]): { placed: Placed[]; height: number } {
  const tops = { before: SPACE, after: SPACE };
  const placed = byCounterpart(edges).map(([, own]): Placed => {
    const column = tops.after <= tops.before ? 'after' : 'before';
    const top = tops[column];
    tops[column] += own.length * ROW + SPACE;
    return { name: own[0]?.name ?? '', edges: own, top, side: column === 'after' ? 1 : -1 };
  });
  return { placed, height: Math.max(tops.before, tops.after, ROW + 2 * SPACE) };
}

/** The reader's organization in the middle, and an edge for each direction: its ceiling, its state and what flowed. */
export function RelationshipGraph({ screen, edges }: { screen: Screen; edges: readonly Edge[] }) {
  const { t, me } = screen;
  const { placed, height } = place(edges);
  const mirrored = LANGUAGES[screen.language].dir === 'rtl';
  const centre = BOX + GAP;
  const box = (x: number, y: number, tall: number, name: string, own: boolean) => (
    <g class={own ? 'node node-own' : 'node'}>
      <rect x={x} y={y} width={BOX} height={tall} rx={6} />
      <text x={x + BOX / 2} y={y + tall / 2 + 5} text-anchor="middle">
        {short(name)}
      </text>
      <title>{name}</title>
    </g>
  );
  const arrow = (edge: Edge, y: number, side: -1 | 1) => {
    const towards = mirrored ? -side : side;
    const near = towards > 0 ? centre + BOX : centre;
    const far = near + towards * GAP;
    const [from, to] = edge.direction === 'give' ? [near, far] : [far, near];
    const sign = Math.sign(to - from);
    const label = edge.ceiling ? `TLP:${edge.ceiling}` : '—';
    return (
      <g class={`edge edge-${edge.state}`}>
        <line x1={from + sign * 4} x2={to - sign * 12} y1={y} y2={y} />
        <path d={`M ${to - sign * 4} ${y} l ${-sign * 12} -6 v 12 z`} />
        <text x={(from + to) / 2} y={y - 8} text-anchor="middle" direction="ltr">
          {label}
        </text>
        <text x={(from + to) / 2} y={y + 18} text-anchor="middle" class="edge-state">
          {t(`agreements.direction_${edge.direction}`)} · {t(`agreements.edge_${edge.state}`)}
        </text>
        {edge.flowed && (
          <text x={(from + to) / 2} y={y + 33} text-anchor="middle" class="edge-state">
            {t('agreements.flowedVersions', {
              count: edge.flowed.versions,
              more: String(edge.flowed.at_least),
            })}
          </text>
        )}
      </g>
    );
  };
  return (
    <div class="drawing" role="region" aria-label={t('agreements.relationships')} tabIndex={0}>
      <svg
        width={WIDTH}
        height={height}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('agreements.relationshipsHelp')}
      >
        {box(centre, SPACE, height - 2 * SPACE, me?.organization.name ?? '', true)}
        {placed.map(({ name, edges: own, top, side }) => (
          <>
            {box((mirrored ? -side : side) > 0 ? WIDTH - BOX : 0, top, own.length * ROW, name, false)}
            {own.map((edge, index) => arrow(edge, top + index * ROW + ROW / 2, side))}
          </>
        ))}
      </svg>
    </div>
  );
}
