import { Boxes, type Choice, Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import type { OrganizationChoices } from '../frame/organizations';
import { Page } from '../frame/page';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import type { AskedFields } from './asked-fields';
import { SCOPES } from './consent-request';

/** Asks the originator of something whether it may go on: to whom, why, until when. */
export function AskPage({
  screen,
  fields,
  organizations,
  waiting,
  refused,
}: {
  screen: Screen;
  fields: AskedFields;
  organizations: OrganizationChoices;
  waiting: readonly Choice[];
  refused?: ApiRefused | undefined;
}) {
  const { t, me } = screen;
  const own = me?.organization.handle;
  const named = { screen, refused };
  return (
    <Page screen={screen} title={t('consents.newTitle')}>
      <p>{t('consents.about')}</p>
      <FormFault {...named} />
      <ActForm screen={screen} action="/portal/consents/new">
        <Field
          {...{ ...named, name: 'item', label: t('consents.itemField'), required: true }}
          hint={t('consents.itemHint')}
          control={(tied) => <input {...tied} dir="ltr" value={fields.item} />}
        />
        <Select
          {...{ ...named, name: 'scope', label: t('consents.scope'), required: true }}
          choices={SCOPES.map((value) => ({ value, name: t(`consents.scope_${value}`) }))}
          chosen={fields.scope}
        />
        <Select
          {...{ ...named, name: 'for', label: t('consents.waits'), hint: t('consents.forHint') }}
          choices={waiting}
          chosen={fields.for}
          none={t('consents.forNone')}
        />
        {hasRole(screen, 'analyst') && fields.item && (
          <p>
            <a href={`/portal/advisories/new?derived_from=${encodeURIComponent(fields.item)}`}>
              {t('consents.draftFrom')}
            </a>
          </p>
        )}
        <details open={fields.scope === 'teams'}>
          <summary>{t('consents.teams')}</summary>
          <Boxes
            {...{ ...named, name: 'teams', label: t('consents.teams'), hint: t('consents.teamsHint') }}
            choices={organizations.choices.filter(({ value }) => value !== own)}
            chosen={fields.teams}
          />
          <Field
            {...{ ...named, name: 'teams_in_words', label: t('consents.inWords') }}
            hint={t('consents.inWordsHint')}
            control={(tied) => <input {...tied} maxLength={500} dir="auto" value={fields.inWords} />}
          />
        </details>
        <Field
          {...{
            ...named,
            name: 'why',
            label: t('consents.why'),
            hint: t('consents.whyHint'),
            required: true,
          }}
          control={(tied) => (
            <textarea {...tied} rows={4} maxLength={5000} dir="auto">
              {fields.why}
            </textarea>
          )}
        />
        <LocalTimeField
          {...{ ...named, name: 'until', label: t('consents.until'), hint: t('consents.untilHint') }}
          required
          value={fields.until}
        />
        <LocalTimeField
          {...{
            ...named,
            name: 'answer_by',
            label: t('consents.answerBy'),
            hint: t('consents.answerByHint'),
          }}
          required
          value={fields.answerBy}
        />
        <div class="form-buttons">
          <button class="btn btn-primary" data-ctrl-enter>
            {t('consents.ask')}
          </button>
          <a class="btn" href="/portal/consents?direction=sent">
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
