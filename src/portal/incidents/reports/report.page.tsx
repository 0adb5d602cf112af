import { Select } from '../../frame/choices';
import { Facts } from '../../frame/facts';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { pathOfCase, pathOfReport, REPORT_STATUSES, type Report } from '../incident';
import { ReportStatus } from '../queue/queue-list';
import { findIn } from '../filing/filing';

interface ReportProps {
  screen: Screen;
  report: Report;
  typed?: { status: Report['status']; answer: string };
  refused?: ApiRefused | undefined;
}

/** A report as its reporter and its recipient read it. It is never changed; what is to be added is another report. */
export function ReportPage({ screen, report, typed, refused }: ReportProps) {
  const { t, me } = screen;
  const isRecipient = report.recipient === me?.organization.handle;
  const mayAnswer = isRecipient && hasRole(screen, 'analyst');
  const mayAdd = !isRecipient && hasRole(screen, 'analyst');
  return (
    <Page
      screen={screen}
      title={t('incidents.report')}
      actions={
        <>
          {report.incident && (
            <a class="btn btn-primary" href={pathOfCase(report.incident)}>
              {t('incidents.openCase')}
            </a>
          )}
          {mayAdd && (
            <a class="btn btn-primary" href={`/portal/incidents/new?follows=${report.id}`}>
              {t('incidents.addToIt')}
            </a>
          )}
          <button class="btn" type="button" data-print>
            {t('frame.print')}
          </button>
        </>
      }
    >
      <h2>
        <UserText text={report.title} />
      </h2>
      <Facts
        facts={[
          [t('incidents.status'), <ReportStatus screen={screen} status={report.status} />],
          [t('incidents.reporter'), <bdi>{report.reporter}</bdi>],
          [t('incidents.recipient'), <bdi>{report.recipient}</bdi>],
          [t('incidents.awareAt'), <Instant screen={screen} at={report.aware_at} />],
          [t('incidents.filedAt'), <Instant screen={screen} at={report.filed_at} />],
          [t('incidents.filedBy'), <UserText text={report.filed_by.name} />],
          [
            t('incidents.follows'),
            report.follows ? <a href={pathOfReport(report.follows)}>{t('incidents.earlier')}</a> : undefined,
          ],
        ]}
      />
      <p class="text-secondary">{t('incidents.unchangeable')}</p>
      <h3>{t('incidents.description')}</h3>
      {report.description ? <UserLines text={report.description} /> : <p>{t('incidents.noDescription')}</p>}
      {mayAnswer && report.incident && <InText screen={screen} report={report} incident={report.incident} />}
      <h3>{t('incidents.answers')}</h3>
      <Answers screen={screen} report={report} />
      {mayAnswer && (
        <ActForm screen={screen} action={`${pathOfReport(report.id)}/answers`}>
          <h3>{t('incidents.answerIt')}</h3>
          <FormFault screen={screen} refused={refused} />
          <Select
            {...{ screen, refused, name: 'status', label: t('incidents.status'), required: true }}
            choices={REPORT_STATUSES.map((value) => ({ value, name: t(`incidents.status_${value}`) }))}
            chosen={typed?.status ?? (report.status === 'received' ? 'in-work' : report.status)}
          />
          <Field
            {...{ screen, refused, name: 'answer', label: t('incidents.answer'), required: true }}
            hint={t('incidents.answerHint', { reporter: report.reporter })}
            control={(tied) => (
              <textarea {...tied} rows={4} maxLength={20_000} dir="auto">
                {typed?.answer}
              </textarea>
            )}
          />
          <button class="btn btn-primary" data-ctrl-enter>
            {t('incidents.sendAnswer')}
          </button>
        </ActForm>
      )}
    </Page>
  );
}

/** What the text holds that could become parts of the case. */
function InText({ screen, report, incident }: { screen: Screen; report: Report; incident: string }) {
  const { t } = screen;
  const { indicators, suggested } = findIn(`${report.title}\n${report.description}`);
  if (indicators.length === 0 && !suggested) return null;
  return (
    <p class="alert alert-info">
      {t('incidents.inText', { count: indicators.length })}{' '}
      <a href={`${pathOfCase(incident)}/indicators?report=${report.id}`}>{t('incidents.takeOver')}</a>
    </p>
  );
}

function Answers({ screen, report }: { screen: Screen; report: Report }) {
  if (report.answers.length === 0) return <p class="empty-list">{screen.t('incidents.noAnswers')}</p>;
  return (
    <ol class="events">
      {report.answers.map(({ at, status, answer, by }) => (
        <li>
          <p>
            <Instant screen={screen} at={at} /> <ReportStatus screen={screen} status={status} />{' '}
            {by && <UserText text={by.name} />}
          </p>
          <UserLines text={answer} />
        </li>
      ))}
    </ol>
  );
}
