import { pathOfItem } from '../../frame/item-path';
import { Pager, Table } from '../../frame/table';
import { inWords } from '../../frame/terms';
import { Instant } from '../../frame/time';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { SharedRow } from '../advisory';

/** What a list needs to know of a row; what names a person may be an incident, too. */
type Row = Omit<SharedRow, 'documents' | 'released_to_you'>;

/** What others share with the reader. */
export function SharedRows({
  screen,
  items,
  next,
  caption,
}: {
  screen: Screen;
  items: readonly Row[];
  next: string | null;
  caption?: string;
}) {
  const { t } = screen;
  const columns = [
    { name: t('advisories.labels'), cell: (row: Row) => <Labels row={row} /> },
    {
      name: t('advisories.titleField'),
      cell: (row: Row) => (
        <a href={pathOfItem(row.type, row.id)}>
          <UserText text={row.title} />
        </a>
      ),
    },
    {
      name: t('advisories.severity'),
      cell: ({ severity }: Row) => (severity ? inWords(screen, 'severity', severity) : '–'),
    },
    { name: t('advisories.originator'), cell: ({ originator }: Row) => <bdi>{originator}</bdi> },
    {
      name: t('advisories.released'),
      cell: ({ released_at }: Row) => <Instant screen={screen} at={released_at} />,
    },
    { name: t('advisories.reference'), cell: ({ reference }: Row) => <code dir="ltr">{reference}</code> },
  ];
  return (
    <>
      <Table
        {...{ screen, columns, rows: items }}
        caption={caption ?? t('advisories.receivedList')}
        empty={t('advisories.noneReceived')}
      />
      <Pager screen={screen} next={next} />
    </>
  );
}

const Labels = ({ row: { tlp, pap } }: { row: Row }) => (
  <>
    <TlpLabel label={tlp} /> {pap && <PapLabel label={pap} />}
  </>
);
