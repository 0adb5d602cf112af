import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type Handling, type OwnIncident, latestOf, pathOfCase } from '../incident';
import { type DutyOfficer, HandlingFields } from './handling-fields';

/** What an analyst has typed about a case. */
export interface Typed {
  readonly base: number;
  readonly title: string;
  readonly summary: string;
  readonly details: string;
  readonly handling: Handling;
}

export function EditPage({
  screen,
  incident,
  typed,
  officers,
  refused,
}: {
  screen: Screen;
  incident: OwnIncident;
  typed: Typed;
  officers: readonly DutyOfficer[];
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  const path = pathOfCase(incident.id);
  const text = (value: string, rows: number) => (tied: object) => (
    <textarea {...tied} rows={rows} maxLength={50_000} dir="auto">
      {value}
    </textarea>
  );
  return (
    <Page screen={screen} title={t('cases.edit')} labels={[latestOf(incident).handling.tlp]}>
      <p class="text-secondary">{t('cases.editHint')}</p>
      <ActForm screen={screen} action={`${path}/edit`}>
        <FormFault screen={screen} refused={refused} />
        <input type="hidden" name="base" value={typed.base} />
        <Field
          {...{ screen, refused, name: 'title', label: t('incidents.what'), required: true }}
          control={(tied) => <input {...tied} value={typed.title} maxLength={300} dir="auto" />}
        />
        <Field
          {...{
            screen,
            refused,
            name: 'summary',
            label: t('incidents.summary'),
            hint: t('cases.summaryHint'),
          }}
          control={text(typed.summary, 5)}
        />
        <Field
          {...{ screen, refused, name: 'details', label: t('cases.details') }}
          control={text(typed.details, 5)}
        />
        <HandlingFields {...{ screen, refused, officers, handling: typed.handling }} />
        <div class="form-acts">
          <button class="btn btn-primary" data-ctrl-enter>
            {t('frame.save')}
          </button>
          <a class="btn" href={path}>
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
