import type { Screen } from '../screen/screen';
import { stageOf } from './advisory';

const COLOURS = { draft: 'secondary', changed: 'azure', released: 'green', withdrawn: 'red' } as const;

/** How far an own advisory has got, in words. */
export function StageBadge({ screen: { t }, row }: { screen: Screen; row: Parameters<typeof stageOf>[0] }) {
  const stage = stageOf(row);
  const { version, released_version: released } = row;
  return (
    <span class={`badge bg-${COLOURS[stage]}-lt`}>
      {t(`advisories.stage_${stage}`, { version, released: released ?? 0 })}
    </span>
  );
}
