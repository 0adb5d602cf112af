import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import type { Screen } from '../../screen/screen';
import type { Report } from './report-charts';

const SIDES = ['ours', 'theirs'] as const;
const hours = ({ t }: Screen, count: number | null) =>
  count === null ? t('report.none') : t('report.hours', { hours: count });

/** What each side owed the other at the end of the period, by kind. */
export function Owed({ screen, report }: { screen: Screen; report: Report }) {
  const { t } = screen;
  const rows = SIDES.flatMap((side) => report.obligations[side].map((one) => ({ side, ...one })));
  return (
    <section>
      <h2>{t('report.owed')}</h2>
      <Table
        screen={screen}
        caption={t('report.owed')}
        empty={t('report.owedNothing')}
        rows={rows}
        columns={[
          { name: t('report.side'), cell: ({ side }) => t(`report.side_${side}`) },
          { name: t('report.what'), cell: ({ kind }) => t(`report.what_${kind}`) },
          { name: t('report.open'), cell: ({ open }) => open },
          { name: t('report.overdue'), cell: ({ overdue }) => overdue },
          { name: t('report.paused'), cell: ({ paused }) => paused },
          {
            name: t('report.nextDue'),
            cell: ({ next_due: due }) => (due === null ? '—' : <Instant screen={screen} at={due} />),
          },
        ]}
      />
    </section>
  );
}

/** How each side kept the times that the terms promise. */
export function Kept({ screen, report }: { screen: Screen; report: Report }) {
  const { t } = screen;
  const rows = (['acknowledge', 'respond'] as const).flatMap((kind) =>
    SIDES.map((side) => ({ kind, side, ...report.service[kind][side] })),
  );
  return (
    <section>
      <h2>{t('report.kept')}</h2>
      <Table
        screen={screen}
        caption={t('report.kept')}
        rows={rows}
        columns={[
          { name: t('report.side'), cell: ({ side }) => t(`report.side_${side}`) },
          { name: t('report.what'), cell: ({ kind }) => t(`report.what_${kind}`) },
          { name: t('report.promised'), cell: ({ count }) => count },
          { name: t('report.met'), cell: ({ met }) => met },
          { name: t('report.late'), cell: ({ late }) => late },
          { name: t('report.running'), cell: ({ running }) => running },
          { name: t('report.stopped'), cell: ({ stopped }) => stopped },
          { name: t('report.medianShort'), cell: ({ median_hours: median }) => hours(screen, median) },
          { name: t('report.longest'), cell: ({ longest_hours: longest }) => hours(screen, longest) },
        ]}
      />
      <p class="text-secondary">{t('report.keptMeans')}</p>
    </section>
  );
}
