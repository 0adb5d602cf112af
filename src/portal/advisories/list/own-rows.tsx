import { Pager, Table } from '../../frame/table';
import { inWords } from '../../frame/terms';
import { Instant } from '../../frame/time';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { mayBeReleased, mayBeWithdrawn, type OwnRow, pageOf } from '../advisory';
import { StageBadge } from '../stage';

/** Own advisories. A releaser ticks several and leads them on together; what that does is shown before it is done. */
export function OwnRows({
  screen,
  items,
  next,
}: {
  screen: Screen;
  items: readonly OwnRow[];
  next: string | null;
}) {
  const { t } = screen;
  const releases = hasRole(screen, 'releaser');
  const columns = [
    ...(releases
      ? [{ name: t('advisories.choose'), cell: (row: OwnRow) => <Tick {...{ screen, row }} /> }]
      : []),
    { name: t('advisories.labels'), cell: (row: OwnRow) => <Labels {...{ screen, row }} /> },
    {
      name: t('advisories.titleField'),
      cell: ({ id, title }: OwnRow) => (
        <a href={pageOf(id)}>
          <UserText text={title} />
        </a>
      ),
    },
    {
      name: t('advisories.severity'),
      cell: ({ handling: { severity } }: OwnRow) => (severity ? inWords(screen, 'severity', severity) : '–'),
    },
    { name: t('advisories.stage'), cell: (row: OwnRow) => <StageBadge {...{ screen, row }} /> },
    {
      name: t('advisories.made'),
      cell: ({ created_at }: OwnRow) => <Instant screen={screen} at={created_at} />,
    },
    { name: t('advisories.reference'), cell: ({ reference }: OwnRow) => <code dir="ltr">{reference}</code> },
    ...(releases
      ? [{ name: t('advisories.act'), cell: (row: OwnRow) => <Acts {...{ screen, row }} /> }]
      : []),
  ];
  const table = (
    <Table
      {...{ screen, columns, rows: items }}
      caption={t('advisories.ownList')}
      empty={t('advisories.noneOwn')}
    />
  );
  return (
    <>
      {releases && items.length > 0 ? (
        <form method="get" action="/portal/advisories/bulk/release">
          {table}
          <div class="bulk-buttons">
            <button class="btn">{t('advisories.releaseChosen')}</button>
            <button class="btn" formaction="/portal/advisories/bulk/withdraw">
              {t('advisories.withdrawChosen')}
            </button>
            <small class="text-secondary">{t('advisories.chosenHint')}</small>
          </div>
        </form>
      ) : (
        table
      )}
      <Pager screen={screen} next={next} />
    </>
  );
}

interface InRow {
  screen: Screen;
  row: OwnRow;
}

const Labels = ({ screen, row: { handling, third_party } }: InRow) => (
  <>
    {handling.tlp ? <TlpLabel label={handling.tlp} /> : screen.t('advisories.unlabelled')}{' '}
    {handling.pap && <PapLabel label={handling.pap} />}
    {third_party && <small class="d-block">{screen.t('advisories.thirdParty')}</small>}
  </>
);

const Tick = ({ screen, row: { id, version, reference } }: InRow) => (
  <label class="tick">
    <input type="checkbox" class="form-check-input" name="item" value={`${id}:${version}`} />
    <span class="visually-hidden">{screen.t('advisories.chooseOne', { reference })}</span>
  </label>
);

const Acts = ({ screen: { t }, row }: InRow) => (
  <>
    {mayBeReleased(row) && (
      <a class="btn btn-sm" href={pageOf(row.id, 'release')}>
        {t('advisories.release')} <span class="visually-hidden">{row.reference}</span>
      </a>
    )}{' '}
    {mayBeWithdrawn(row) && (
      <a class="btn btn-sm" href={pageOf(row.id, 'withdraw')}>
        {t('advisories.withdraw')} <span class="visually-hidden">{row.reference}</span>
      </a>
    )}
  </>
);
