import { Boxes, Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import type { OrganizationChoices } from '../frame/organizations';
import { Page } from '../frame/page';
import { INFORMATION_TYPES, inWords } from '../frame/terms';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { type RuleFields, STANDING_LABELS } from './standing-rule';

/** One releaser proposes what may go without a second person each time. */
export function ProposePage({
  screen,
  fields,
  organizations,
  refused,
}: {
  screen: Screen;
  fields: RuleFields;
  organizations: OrganizationChoices;
  refused?: ApiRefused | undefined;
}) {
  const { t, me } = screen;
  const named = { screen, refused };
  return (
    <Page screen={screen} title={t('standing.propose')}>
      <p>{t('standing.proposeAbout')}</p>
      <FormFault {...named} />
      <ActForm screen={screen} action="/portal/standing-rules/new">
        <Field
          {...{ ...named, name: 'name', label: t('standing.name'), required: true }}
          control={(tied) => <input {...tied} minLength={3} maxLength={200} dir="auto" value={fields.name} />}
        />
        <Field
          {...{ ...named, name: 'reason', label: t('standing.reason'), required: true }}
          control={(tied) => (
            <textarea {...tied} rows={3} minLength={3} maxLength={2000} dir="auto">
              {fields.reason}
            </textarea>
          )}
        />
        <Boxes
          {...{ ...named, name: 'information_types', label: t('standing.types') }}
          hint={t('standing.typesHint')}
          choices={INFORMATION_TYPES.map((value) => ({ value, name: inWords(screen, 'type', value) }))}
          chosen={fields.types}
        />
        <Select
          {...{ ...named, name: 'tlp_up_to', label: t('standing.upTo'), hint: t('standing.upToHint') }}
          choices={STANDING_LABELS.map((value) => ({ value, name: `TLP:${value}` }))}
          chosen={fields.upTo}
        />
        <Boxes
          {...{ ...named, name: 'partners', label: t('standing.partners'), hint: t('standing.partnersHint') }}
          choices={organizations.choices.filter(({ value }) => value !== me?.organization.handle)}
          chosen={fields.partners}
        />
        <Field
          {...{ ...named, name: 'per_day', label: t('standing.perDay'), required: true }}
          control={(tied) => (
            <input {...tied} type="number" min={1} max={10_000} dir="ltr" value={fields.perDay} />
          )}
        />
        <LocalTimeField
          {...{ ...named, name: 'expires_at', label: t('standing.until'), hint: t('standing.untilHint') }}
          required
          value={fields.until}
        />
        <div class="form-buttons">
          <button class="btn btn-primary">{t('standing.propose')}</button>
          <a class="btn" href="/portal/standing-rules">
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
