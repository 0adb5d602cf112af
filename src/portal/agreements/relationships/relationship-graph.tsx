import { LANGUAGES } from '../../messages/locales';
import { tlpClass } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import { byCounterpart, type Edge } from './edges';

const BOX = 196;
const GAP = 190;
/** Of each edge: how tall it is, and from one line of its words to the next. Letters of Nastaliq reach higher and lower. */
const SPACING = { row: 72, line: 15 };
const SPACING_OF_NASTALIQ = { row: 104, line: 26 };
const SPACE = 20;
const WIDTH = BOX * 3 + GAP * 2;

/** How many letters of the widest script fit into a line of a box, and of the narrowest. */
const FITS = { wide: 12, narrow: 22 };
const LINE = 20;

/** A name in as many as two lines of a box; the whole of one that is longer is in the table. */
function linesOf(name: string): string[] {
  const fits = /\p{Script=Han}/u.test(name) ? FITS.wide : FITS.narrow;
  if (name.length <= fits) return [name];
  const gap = name.lastIndexOf(' ', fits);
  const end = gap > 0 ? gap : fits;
  const rest = name.slice(end).trim();
  return [name.slice(0, end), rest.length > fits ? `${rest.slice(0, fits - 1)}…` : rest];
}

interface Placed {
  readonly name: string;
  readonly edges: readonly Edge[];
  readonly top: number;
  /** -1 towards the beginning of the line, 1 towards its end. */
  readonly side: -1 | 1;
}

/** A label as it stands on the pages, in the colours of the standard; a dash where the direction has no ceiling. */
function TlpMark({ label, x, y }: { label: string | null | undefined; x: number; y: number }) {
  const text = label ? `TLP:${label}` : '—';
  const wide = text.length * 8.5 + 10;
  return (
    <g class="tlp-mark">
      {label && <rect x={x - wide / 2} y={y - 14} width={wide} height={18} rx={2} />}
      <text x={x} y={y} text-anchor="middle" direction="ltr" class={label ? tlpClass(label) : undefined}>
        {text}
      </text>
    </g>
  );
}

/** Counterparts on both sides of the middle, each as tall as it has edges. */
function place(edges: readonly Edge[], row: number): { placed: Placed[]; height: number } {
  const tops = { before: SPACE, after: SPACE };
  const placed = byCounterpart(edges).map(([, own]): Placed => {
    const column = tops.after <= tops.before ? 'after' : 'before';
    const top = tops[column];
    tops[column] += own.length * row + SPACE;
    return { name: own[0]?.name ?? '', edges: own, top, side: column === 'after' ? 1 : -1 };
  });
  return { placed, height: Math.max(tops.before, tops.after, row + 2 * SPACE) };
}

/** The reader's organization in the middle, and an edge for each direction: its ceiling, its state and what flowed. */
export function RelationshipGraph({ screen, edges }: { screen: Screen; edges: readonly Edge[] }) {
  const { t, me } = screen;
  const mirrored = LANGUAGES[screen.language].dir === 'rtl';
  const { row, line } = mirrored ? SPACING_OF_NASTALIQ : SPACING;
  const { placed, height } = place(edges, row);
  const centre = BOX + GAP;
  const box = (x: number, y: number, tall: number, name: string, own: boolean) => (
    <g class={own ? 'node node-own' : 'node'}>
      <rect x={x} y={y} width={BOX} height={tall} rx={6} />
      {linesOf(name).map((words, index, lines) => (
        <text
          x={x + BOX / 2}
          y={y + tall / 2 + 5 + (index - (lines.length - 1) / 2) * LINE}
          text-anchor="middle"
        >
          {words}
        </text>
      ))}
      <title>{name}</title>
    </g>
  );
  const arrow = (edge: Edge, y: number, side: -1 | 1) => {
    const towards = mirrored ? -side : side;
    const near = towards > 0 ? centre + BOX : centre;
    const far = near + towards * GAP;
    const [from, to] = edge.direction === 'give' ? [near, far] : [far, near];
    const sign = Math.sign(to - from);
    return (
      <g class={`edge edge-${edge.state}`}>
        <line x1={from + sign * 4} x2={to - sign * 12} y1={y} y2={y} />
        <path d={`M ${to - sign * 4} ${y} l ${-sign * 12} -6 v 12 z`} />
        <TlpMark label={edge.ceiling} x={(from + to) / 2} y={y - 8} />
        <text x={(from + to) / 2} y={y + line + 3} text-anchor="middle" class="edge-state">
          {t(`agreements.direction_${edge.direction}`)} · {t(`agreements.edge_${edge.state}`)}
        </text>
        {edge.flowed && (
          <text x={(from + to) / 2} y={y + 2 * line + 3} text-anchor="middle" class="edge-state">
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
        width={WIDTH + 4}
        height={height}
        viewBox={`-2 0 ${WIDTH + 4} ${height}`}
        role="img"
        aria-label={t('agreements.relationshipsHelp')}
      >
        {box(centre, SPACE, height - 2 * SPACE, me?.organization.name ?? '', true)}
        {placed.map(({ name, edges: own, top, side }) => (
          <>
            {box((mirrored ? -side : side) > 0 ? WIDTH - BOX : 0, top, own.length * row, name, false)}
            {own.map((edge, index) => arrow(edge, top + index * row + row / 2, side))}
          </>
        ))}
      </svg>
    </div>
  );
}
