import type { components } from '../../../../docs/openapi';
import { Facts } from '../../frame/facts';
import { faultInWords } from '../../frame/fault.page';
import { TlpLabel } from '../../frame/tlp';
import { ComparedText, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { pageOf } from '../advisory';
import { findingInWords } from '../findings';
import type { Described } from './described';
import type { HeldDocument } from './held-documents';

/** What became, or would become, of one document. */
export interface Outcome extends HeldDocument {
  readonly facts: Described;
  readonly report?: components['schemas']['ImportReportView'] | undefined;
  readonly refused?: ApiRefused | undefined;
}

/** Accepted, known or refused; then field by field what is to be said. */
export function OutcomeOf({
  screen,
  outcome,
  imported,
}: {
  screen: Screen;
  outcome: Outcome;
  imported: boolean;
}) {
  const { t } = screen;
  const { facts, report, refused } = outcome;
  const faults = (refused?.problem.errors ?? []).map(({ field, rule, message }) => ({
    path: field,
    rule,
    message,
  }));
  const told = [
    ...faults.map((finding) => ({ finding, became: t('advisories.importRefusedField') })),
    ...(report?.notes ?? []).map((finding) => ({ finding, became: t('advisories.importKept') })),
  ];
  return (
    <>
      <p>
        <strong>{verdict(screen, outcome, imported)}</strong>
        {report?.advisory && (
          <>
            {' '}
            <a href={pageOf(report.advisory)}>{t('advisories.open')}</a>
          </>
        )}
      </p>
      <Facts
        facts={[
          [t('advisories.titleField'), facts.title && <UserText text={facts.title} />],
          ['TLP', facts.label && <TlpLabel label={facts.label.replace('WHITE', 'CLEAR')} />],
          [t('advisories.publisher'), facts.publisher && <UserText text={facts.publisher} />],
          [
            'CSAF',
            facts.trackingId && (
              <ComparedText screen={screen} text={`${facts.trackingId} ${facts.trackingVersion ?? ''}`} />
            ),
          ],
        ]}
      />
      {told.length > 0 && (
        <table class="table">
          <caption class="visually-hidden">{t('advisories.importFields')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('advisories.importField')}</th>
              <th scope="col">{t('advisories.importBecame')}</th>
              <th scope="col">{t('advisories.importWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ finding, became }) => (
              <tr>
                <td>
                  <code dir="ltr">{finding.path || '/'}</code>
                </td>
                <td>{became}</td>
                <td>{findingInWords(screen, finding)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {report && <p class="text-secondary">{t('advisories.importWhole')}</p>}
    </>
  );
}

function verdict(screen: Screen, { report, refused }: Outcome, imported: boolean): string {
  const { t } = screen;
  if (refused)
    return refused.code === 'csaf/invalid'
      ? t('advisories.importRefused')
      : faultInWords(screen, refused.code, refused.problem.detail);
  const { outcome, version = 1 } = report ?? {};
  if (outcome === 'already_known') return t('advisories.importKnown', { version });
  if (imported) return t('advisories.importedAs', { version });
  return t(version > 1 ? 'advisories.importWouldFollow' : 'advisories.importWould', { version });
}
