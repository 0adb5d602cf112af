import { type BasisName, type BasisView, called, type DecisionView, type PreviewView } from '../disclosure';
import type { ReplayView, TeamPreview } from '../disclosure';

const MARKS = { passes: '+', forbids: '-', 'not-applicable': ' ' } as const;

const onBasis = (basis: BasisName | NonNullable<ReplayView['recorded']>): string =>
  basis.basis === 'grant' ? `grant: ${called(basis)}` : basis.basis;

const comparedLine = (compared: Record<string, unknown>): string =>
  Object.entries(compared)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

function basisLines(basis: BasisView): string[] {
  return [
    '',
    `${onBasis(basis)}: ${basis.says}`,
    ...basis.verdicts.flatMap(({ rule, name, verdict, says, compared }) => [
      `  ${MARKS[verdict]} ${rule} ${name}: ${says}`,
      ...(Object.keys(compared).length ? [`      ${comparedLine(compared)}`] : []),
    ]),
  ];
}

/** A decision in plain words: the answer, then every basis with its rules, `+` passes and `-` forbids. */
export const decisionLines = (view: DecisionView): string[] => [
  view.says,
  `At ${view.at}, by version ${view.rules_version} of the rules.`,
  ...view.bases.flatMap(basisLines),
];

/** The same of a past instant, with what was recorded. */
export function replayLines(view: ReplayView): string[] {
  const { recorded, differences } = view;
  if (!recorded)
    return [...decisionLines(view), '', 'Until then it was disclosed neither to this team nor to everybody.'];
  const agree = differences.length === 0;
  return [
    ...decisionLines(view),
    '',
    `Recorded at ${recorded.at}: disclosed to ${recorded.team} (${recorded.projection}) on ${onBasis(recorded)}, by version ${recorded.rules_version} of the rules.`,
    agree
      ? 'Replayed at that instant, the rules say the same.'
      : 'Replayed at that instant, the rules say something else:',
    ...differences.map(
      ({ what, recorded: then, replayed }) =>
        `  ${what}: recorded ${then ?? 'nothing'}, replayed ${replayed ?? 'nothing'}`,
    ),
  ];
}

const byChannels = (channels: TeamPreview['channels']): string =>
  channels === 'any' ? '' : `, by ${channels.join(', ')} only`;

function teamLines({ team, released, cited, channels, near_miss }: TeamPreview): string[] {
  if (released) return [`+ ${team}, ${cited ? onBasis(cited) : ''}${byChannels(channels)}`];
  if (!near_miss) return [`- ${team}`];
  return [
    `- ${team}, nearly, on ${onBasis(near_miss)}`,
    ...near_miss.forbidding.map(({ rule, name, says }) => `    ${rule} ${name}: ${says}`),
  ];
}

/** Who would get a version, `+`, and who would not, `-`. */
export const previewLines = (view: PreviewView): string[] => [
  `If version ${view.version} of this ${view.type} were released now${view.public ? ' to everybody' : ''}, from ${view.effective_at}:`,
  `${view.counts.released} of ${view.counts.teams} teams would get it; ${view.counts.refused} would not, ${view.counts.near_misses} of them nearly.`,
  '',
  ...[view.everybody, ...view.items].flatMap(teamLines),
];
