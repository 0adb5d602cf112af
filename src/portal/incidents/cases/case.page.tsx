import type { Emergency } from '../../emergencies/emergency';
import { AloneLink, ReleasedAlone } from '../../emergencies/released-alone';
import { UnderRuleLink } from '../../standing-rules/under-rule-link';
import { type Approvals, ApprovalsSection } from '../../approvals/approvals';
import { Facts } from '../../frame/facts';
import { Page } from '../../frame/page';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { type KnownBy, KnownBySection } from '../../tellings/known-by';
import { mayTell, pathOfTellingForm } from '../../tellings/telling';
import type { ApiRefused } from '../../web-api/refused';
import { latestOf, type OwnIncident, pathOfCase, pathOfReport } from '../incident';
import { LinkToVictims } from '../../victims/link-to-victims';
import { CaseState, ReportStatus } from '../queue/queue-list';
import { audienceFacts, labelFacts } from './case-markings';
import { Notes } from './notes';
import { PartsTable } from './parts-table';
import { Timeline } from './timeline';
import { Versions } from './versions';

interface CaseProps {
  screen: Screen;
  incident: OwnIncident;
  /** A page of what happened. */
  timeline: OwnIncident['timeline'];
  known: KnownBy;
  approvals: Approvals;
  alone: readonly Emergency[];
  note?: string | undefined;
  refused?: ApiRefused | undefined;
}

/** A case with all that its owner's people know of it. */
export function CasePage({ screen, incident, timeline, known, approvals, alone, note, refused }: CaseProps) {
  const { t } = screen;
  const latest = latestOf(incident);
  const { withdrawal, aware_at: aware } = incident;
  const labels = [latest.handling.tlp, ...latest.parts.map(({ tlp }) => tlp)];
  const state = { ...incident, withdrawn: withdrawal !== null };
  return (
    <Page
      screen={screen}
      title={t('cases.case')}
      labels={labels}
      actions={<Acts screen={screen} incident={incident} />}
    >
      <h2>
        <UserText text={incident.title} />
      </h2>
      <Facts
        facts={[
          [t('cases.reference'), <bdi dir="ltr">{incident.reference}</bdi>],
          [t('incidents.state'), <CaseState screen={screen} of={state} />],
          [t('incidents.awareAt'), aware ? <Instant screen={screen} at={aware} /> : undefined],
          ...labelFacts(screen, latest.handling),
          ...audienceFacts(screen, latest),
        ]}
      />
      <ReleasedAlone {...{ screen, alone }} />
      {withdrawal && (
        <div class="alert alert-warning">
          <p>
            {t('cases.withdrawnAt')} <Instant screen={screen} at={withdrawal.at} />
          </p>
          <UserLines text={withdrawal.reason} />
        </div>
      )}
      <h3>{t('incidents.summary')}</h3>
      {latest.summary ? <UserLines text={latest.summary} /> : <p>{t('cases.noSummary')}</p>}
      {latest.details && (
        <>
          <h3>{t('cases.details')}</h3>
          <UserLines text={latest.details} />
        </>
      )}
      <h3>{t('cases.parts')}</h3>
      <PartsTable screen={screen} parts={latest.parts} />
      <LinkToVictims {...{ screen, kind: 'incident', id: incident.id, parts: latest.parts }} />
      <h3>{t('incidents.reports')}</h3>
      <Reports screen={screen} incident={incident} />
      <Notes screen={screen} incident={incident} note={note} refused={refused} />
      <ApprovalsSection
        {...{ screen, approvals }}
        of={{
          ...{
            item: incident.id,
            back: pathOfCase(incident.id),
            version: latest.version,
            authors: [],
          },
          withdrawn: withdrawal !== null,
        }}
      />
      <KnownBySection {...{ screen, item: incident.id, known }} />
      <h3>{t('cases.timeline')}</h3>
      <Timeline screen={screen} events={timeline.items} next={timeline.next} />
      <h3>{t('cases.versions')}</h3>
      <Versions screen={screen} incident={incident} />
    </Page>
  );
}

function Acts({ screen, incident }: { screen: Screen; incident: OwnIncident }) {
  const { t } = screen;
  const path = pathOfCase(incident.id);
  const act = (name: string, words: string, kind = '') => (
    <a class={`btn ${kind}`} href={`${path}/${name}`}>
      {words}
    </a>
  );
  const { withdrawal, released_version: released } = incident;
  return (
    <>
      {hasRole(screen, 'analyst') && !withdrawal && (
        <>
          {act('edit', t('cases.edit'))}
          {act('indicators', t('cases.addIndicators'))}
          {act('parts', t('cases.editParts'))}
          <a class="btn" href={`/portal/advisories/new?from_case=${incident.id}`}>
            {t('advisories.draftNew')}
          </a>
        </>
      )}
      {hasRole(screen, 'releaser') && !withdrawal && act('release', t('cases.share'), 'btn-primary')}
      {!withdrawal && <UnderRuleLink {...{ screen, kind: 'incident', id: incident.id }} />}
      {!withdrawal && <AloneLink {...{ screen, kind: 'incident', id: incident.id }} />}
      {hasRole(screen, 'releaser') &&
        !withdrawal &&
        released !== null &&
        act('withdrawal', t('cases.withdraw'))}
      {mayTell(screen) && (
        <a class="btn" href={pathOfTellingForm({ item: incident.reference })}>
          {t('tellings.tell')}
        </a>
      )}
      <button class="btn" type="button" data-print>
        {t('frame.print')}
      </button>
    </>
  );
}

function Reports({ screen, incident }: { screen: Screen; incident: OwnIncident }) {
  const { t } = screen;
  return (
    <Table
      screen={screen}
      caption={t('incidents.reports')}
      empty={t('cases.noReports')}
      rows={incident.reports}
      columns={[
        {
          name: t('incidents.title'),
          cell: ({ id, title }) => (
            <a href={pathOfReport(id)}>
              <UserText text={title} />
            </a>
          ),
        },
        {
          name: t('incidents.status'),
          cell: ({ status }) => <ReportStatus screen={screen} status={status} />,
        },
        { name: t('incidents.reporter'), cell: ({ reporter }) => <bdi>{reporter}</bdi> },
        { name: t('incidents.awareAt'), cell: ({ aware_at }) => <Instant screen={screen} at={aware_at} /> },
        { name: t('incidents.filedAt'), cell: ({ filed_at }) => <Instant screen={screen} at={filed_at} /> },
      ]}
    />
  );
}
