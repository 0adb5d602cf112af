import type { components } from '../../../../docs/openapi';
import { FormFault } from '../../frame/field';
import { type Column, Pager, Table } from '../../frame/table';
import { inWords } from '../../frame/terms';
import { Instant } from '../../frame/time';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import { listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import { pathOfCase, pathOfReport, type ReportSummary } from '../incident';
import type { Queue } from './queue';

type Own = components['schemas']['OwnIncidentSummary'];
type Shared = components['schemas']['ListedSummary'];

/** The list with its pages: what the filters leave, and nothing of how much else there is. */
export function QueueList({ screen, queue }: { screen: Screen; queue: Queue }) {
  return (
    <div>
      <FormFault screen={screen} refused={queue.refused} />
      <Rows screen={screen} queue={queue} />
      <Pager screen={screen} next={queue.page.next} />
    </div>
  );
}

function Rows({ screen, queue }: { screen: Screen; queue: Queue }) {
  const { t } = screen;
  const caption = t(`incidents.list_${queue.list}`);
  const empty = t(`incidents.none_${queue.list}`);
  const common = { screen, caption, empty };
  switch (queue.list) {
    case 'reports':
      return <Table {...common} columns={reportColumns(screen)} rows={queue.page.items} />;
    case 'cases':
      return <Table {...common} columns={caseColumns(screen)} rows={queue.page.items} />;
    case 'shared':
      return <Table {...common} columns={sharedColumns(screen)} rows={queue.page.items} />;
  }
}

/** The link has an id, so that it keeps the focus when the list is fetched again. */
const Title = ({ id, path, title }: { id: string; path: string; title: string }) => (
  <a id={`row-${id}`} href={path}>
    <UserText text={title} />
  </a>
);

const reportColumns = (screen: Screen): Column<ReportSummary>[] => [
  {
    name: screen.t('incidents.title'),
    cell: ({ id, title }) => <Title id={id} path={pathOfReport(id)} title={title} />,
  },
  {
    name: screen.t('incidents.status'),
    cell: ({ status }) => <ReportStatus screen={screen} status={status} />,
  },
  { name: screen.t('incidents.reporter'), cell: ({ reporter }) => <bdi>{reporter}</bdi> },
  { name: screen.t('incidents.filedAt'), cell: ({ filed_at }) => <Instant screen={screen} at={filed_at} /> },
  { name: screen.t('incidents.awareAt'), cell: ({ aware_at }) => <Instant screen={screen} at={aware_at} /> },
];

const STATUS_COLOURS = { received: 'bg-orange-lt', 'in-work': 'bg-blue-lt', closed: 'bg-secondary-lt' };

/** How far a report is; what nobody has answered yet stands out. */
export const ReportStatus = ({ screen, status }: { screen: Screen; status: ReportSummary['status'] }) => (
  <span class={`badge ${STATUS_COLOURS[status]}`}>{screen.t(`incidents.status_${status}`)}</span>
);

type Labelled = Pick<Own, 'tlp' | 'severity' | 'categories' | 'sectors'>;
const labelColumns = (screen: Screen): Column<Labelled>[] => [
  {
    name: 'TLP',
    cell: ({ tlp }) => (tlp ? <TlpLabel label={tlp} /> : screen.t('incidents.unlabelled')),
  },
  {
    name: screen.t('incidents.severity'),
    cell: ({ severity }) => (severity ? inWords(screen, 'severity', severity) : '–'),
  },
  {
    name: screen.t('incidents.class'),
    cell: ({ categories }) => <bdi dir="ltr">{categories.join(', ') || '–'}</bdi>,
  },
  {
    name: screen.t('incidents.sector'),
    cell: ({ sectors }) =>
      listOf(
        screen,
        sectors.map((sector) => inWords(screen, 'sector', sector)),
      ) || '–',
  },
];

/** What became of an own case. */
export function CaseState({
  screen,
  of,
}: {
  screen: Screen;
  of: Pick<Own, 'withdrawn' | 'released_version' | 'version'>;
}) {
  const { t } = screen;
  const { withdrawn, released_version: released, version } = of;
  if (withdrawn) return <span class="badge bg-red-lt">{t('incidents.stateWithdrawn')}</span>;
  if (released === null) return <span class="badge bg-secondary-lt">{t('incidents.stateOwn')}</span>;
  return released === version ? (
    <span class="badge bg-green-lt">{t('incidents.stateShared', { version: released })}</span>
  ) : (
    <span class="badge bg-yellow-lt">
      {t('incidents.stateBehind', { version: released, latest: version })}
    </span>
  );
}

const caseColumns = (screen: Screen): Column<Own>[] => [
  {
    name: screen.t('incidents.title'),
    cell: ({ id, title, reference }) => (
      <>
        <Title id={id} path={pathOfCase(id)} title={title} />
        <div class="text-secondary">
          <bdi dir="ltr">{reference}</bdi>
        </div>
      </>
    ),
  },
  { name: screen.t('incidents.state'), cell: (row) => <CaseState screen={screen} of={row} /> },
  ...labelColumns(screen),
  { name: screen.t('incidents.reports'), cell: ({ reports }) => String(reports) },
  {
    name: screen.t('incidents.changedAt'),
    cell: ({ changed_at }) => <Instant screen={screen} at={changed_at} />,
  },
];

const sharedColumns = (screen: Screen): Column<Shared>[] => [
  {
    name: screen.t('incidents.title'),
    cell: ({ id, title, reference }) => (
      <>
        <Title id={id} path={pathOfCase(id)} title={title} />
        <div class="text-secondary">
          <bdi dir="ltr">{reference}</bdi>
        </div>
      </>
    ),
  },
  { name: screen.t('incidents.originator'), cell: ({ originator }) => <bdi>{originator}</bdi> },
  ...labelColumns(screen),
  {
    name: screen.t('incidents.cameIn'),
    cell: ({ released_to_you }) => <Instant screen={screen} at={released_to_you} />,
  },
];
