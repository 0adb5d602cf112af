import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { Found } from '../filing/filing';
import { FoundFields } from '../filing/found-fields';
import { type OwnIncident, latestOf, pathOfCase } from '../incident';

interface IndicatorsProps {
  screen: Screen;
  incident: OwnIncident;
  base: number;
  text: string;
  found?: Found | undefined;
  refused?: ApiRefused | undefined;
}

/** Indicators out of pasted text, or out of a report, to become parts of a case. */
export function IndicatorsPage({ screen, incident, base, text, found, refused }: IndicatorsProps) {
  const { t } = screen;
  const path = pathOfCase(incident.id);
  return (
    <Page screen={screen} title={t('cases.addIndicators')} labels={[latestOf(incident).handling.tlp]}>
      <ActForm screen={screen} action={`${path}/indicators`}>
        <FormFault screen={screen} refused={refused} />
        <input type="hidden" name="base" value={base} />
        <Field
          {...{
            screen,
            refused,
            name: 'description',
            label: t('cases.pasted'),
            hint: t('incidents.pasteHint'),
          }}
          control={(tied) => (
            <textarea {...tied} rows={8} maxLength={50_000} dir="auto">
              {text}
            </textarea>
          )}
        />
        <button class="btn mb-3" name="act" value="find">
          {t('incidents.find')}
        </button>
        {found && <FoundFields {...{ screen, found, refused }} />}
        <div class="form-acts">
          {found && (
            <button class="btn btn-primary" name="act" value="add" data-ctrl-enter>
              {t('cases.addThem')}
            </button>
          )}
          <a class="btn" href={path}>
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
