import { Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import { type OrganizationChoices, OrganizationField } from '../frame/organizations';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { Form } from '../screen/screens';
import type { ApiRefused } from '../web-api/refused';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none'] as const;

/** Asks another team for information that an agreement gives on request. */
export function FilePage({
  screen,
  organizations,
  to,
  form,
  refused,
}: {
  screen: Screen;
  /** Teams to which anything can be addressed: those that an agreement binds, or all. */
  organizations: OrganizationChoices;
  to: string | undefined;
  /** What was typed, where it was refused. */
  form?: Form | undefined;
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  const named = { screen, refused };
  return (
    <Page screen={screen} title={t('requests.file')}>
      <p>{t('requests.fileWhat')}</p>
      <FormFault {...named} />
      <ActForm screen={screen} action="/portal/requests/new">
        <OrganizationField
          {...{ ...named, name: 'to', label: t('requests.to'), organizations, chosen: to }}
          required
        />
        <Field
          {...{ ...named, name: 'subject', label: t('requests.subject'), hint: t('requests.subjectHint') }}
          required
          control={(tied) => <input {...tied} maxLength={500} dir="auto" value={form?.text('subject')} />}
        />
        <Field
          {...{ ...named, name: 'details', label: t('requests.details'), hint: t('requests.detailsHint') }}
          control={(tied) => (
            <textarea {...tied} rows={6} maxLength={20_000} dir="auto">
              {form?.text('details')}
            </textarea>
          )}
        />
        <Select
          {...{ ...named, name: 'severity', label: t('requests.urgency'), hint: t('requests.urgencyHint') }}
          choices={SEVERITIES.map((value) => ({ value, name: t(`terms.severity_${value}`) }))}
          chosen={form?.text('severity')}
          none={t('requests.urgencyUnsaid')}
        />
        <LocalTimeField
          {...{ ...named, name: 'open_until', label: t('requests.until'), hint: t('requests.untilHint') }}
          required
          value={form?.text('open_until')}
        />
        <div class="form-buttons">
          <button class="btn btn-primary" data-ctrl-enter>
            {t('requests.fileNow')}
          </button>
          <a class="btn" href="/portal/requests?direction=sent">
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
