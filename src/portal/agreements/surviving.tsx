import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';
import type { Agreement } from './agreement';

/** Of an agreement that is over, until when what is owed lives on; nothing before. */
export function Surviving({
  screen,
  surviving,
  nameOf,
}: {
  screen: Screen;
  surviving: Agreement['surviving'];
  nameOf: (handle: string) => string;
}) {
  const { t } = screen;
  if (surviving.length === 0) return null;
  const rows = surviving.flatMap(({ survives, ...way }) => survives.map((one) => ({ ...way, ...one })));
  return (
    <section aria-labelledby="surviving">
      <h2 id="surviving">{t('owed.surviving')}</h2>
      <Table
        screen={screen}
        caption={t('owed.surviving')}
        rows={rows}
        columns={[
          { name: t('owed.owedBy'), cell: ({ to }) => <bdi>{nameOf(to)}</bdi> },
          { name: t('owed.owedTo'), cell: ({ from }) => <bdi>{nameOf(from)}</bdi> },
          { name: t('owed.byTerms'), cell: ({ terms_version: version }) => version },
          { name: t('owed.livesOn'), cell: ({ what }) => t(`owed.survives_${what}`) },
          {
            name: t('owed.livesUntil'),
            cell: ({ until }) =>
              until === null ? t('owed.survivesEver') : <Instant screen={screen} at={until} />,
          },
        ]}
      />
    </section>
  );
}
