import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Organization } from '../organization';
import { type ProfileField, SECTION_NUMBERS, SECTIONS } from './sections';

export interface EditProfileProps {
  readonly screen: Screen;
  readonly organization: Organization;
  /** What the fields hold: what was typed, or what is said now. */
  readonly filled: (name: string) => string | undefined;
  readonly base: string;
  readonly refused?: ApiRefused | undefined;
}

function TextField({ screen, refused, filled, field }: EditProfileProps & { field: ProfileField }) {
  const { name, number, label, longest, line } = field;
  return (
    <Field
      {...{ screen, refused, name, label: `${number} ${screen.t(label)}` }}
      control={(tied) =>
        line ? (
          <input {...tied} maxLength={longest} dir="auto" value={filled(name)} />
        ) : (
          <textarea {...tied} rows={3} maxLength={longest} dir="auto">
            {filled(name)}
          </textarea>
        )
      }
    />
  );
}

/** Names, hours and languages: what stands before the sections. */
function Heading(props: EditProfileProps) {
  const { screen, refused, filled } = props;
  const { t } = screen;
  const line = (name: string, label: string, longest: number, hint?: string, required = false) => (
    <Field
      {...{ screen, refused, name, label, hint, required }}
      control={(tied) => <input {...tied} maxLength={longest} dir="auto" value={filled(name)} />}
    />
  );
  return (
    <>
      {line('name', t('organizations.name'), 200, undefined, true)}
      {line('short_name', t('organizations.shortName'), 40)}
      {line('time_zone', t('organizations.timeZone'), 60, t('organizations.timeZoneHint'))}
      {line('working_hours', t('organizations.workingHours'), 500)}
      {line('languages', t('organizations.languages'), 200, t('organizations.languagesHint'))}
    </>
  );
}

/** What the reader's own organization says of itself, to be changed. */
export function EditProfilePage(props: EditProfileProps) {
  const { screen, organization, base, refused } = props;
  const { t } = screen;
  return (
    <Page screen={screen} title={t('organizations.changeProfile')}>
      <p class="text-secondary">{t('organizations.changeProfileHelp')}</p>
      <ActForm screen={screen} action={`${addressOf(organization.handle)}/profile/edit`}>
        <FormFault screen={screen} refused={refused} />
        <input type="hidden" name="base" value={base} />
        <Heading {...props} />
        {SECTION_NUMBERS.map((number) => (
          <fieldset>
            <legend>{t(`organizations.section_${number}`)}</legend>
            {SECTIONS[number].map((field) => (
              <TextField {...props} field={field} />
            ))}
          </fieldset>
        ))}
        <div class="buttons">
          <button class="btn btn-primary">{t('frame.save')}</button>
          <a class="btn" href={addressOf(organization.handle)}>
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
