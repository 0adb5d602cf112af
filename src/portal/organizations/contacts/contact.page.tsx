import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Contact } from '../organization';

const ROLES = [
  'security-team',
  'duty',
  'technical',
  'liaison',
  'management',
  'legal',
  'press',
] as const satisfies readonly Contact['role'][];

export interface ContactFormProps {
  readonly screen: Screen;
  readonly handle: string;
  /** The contact that is changed; undefined for a new one. */
  readonly contact: Contact | undefined;
  readonly filled: (name: string) => string | undefined;
  readonly refused?: ApiRefused | undefined;
}

function ContactFields({ screen, filled, refused }: ContactFormProps) {
  const { t } = screen;
  const line = (
    name: string,
    label: string,
    longest: number,
    more: { hint?: string; required?: boolean } = {},
  ) => (
    <Field
      {...{ screen, refused, name, label, ...more }}
      control={(tied) => <input {...tied} maxLength={longest} dir="auto" value={filled(name)} />}
    />
  );
  return (
    <>
      <Field
        {...{ screen, refused, name: 'role', label: t('organizations.role'), required: true }}
        control={(tied) => (
          <select {...tied} class="form-select">
            {ROLES.map((role) => (
              <option value={role} selected={filled('role') === role}>
                {t(`organizations.role_${role}`)}
              </option>
            ))}
          </select>
        )}
      />
      {line('name', t('organizations.contactName'), 200, { hint: t('organizations.contactNameHint') })}
      {line('email', t('organizations.email'), 254, { required: true })}
      {line('telephone', t('organizations.telephone'), 16, { hint: t('organizations.telephoneHint') })}
      {line('hours', t('organizations.hours'), 500)}
      {line('languages', t('organizations.languages'), 200, { hint: t('organizations.languagesHint') })}
      <label class="form-check">
        <input
          type="checkbox"
          class="form-check-input"
          name="emergency"
          value="yes"
          checked={filled('emergency') === 'yes'}
        />
        <span class="form-check-label">{t('organizations.isEmergency')}</span>
      </label>
    </>
  );
}

/** A contact of the reader's own organization, new or changed. */
export function ContactFormPage(props: ContactFormProps) {
  const { screen, handle, contact, filled, refused } = props;
  const { t } = screen;
  const address = `${addressOf(handle)}/contacts/${contact?.id ?? 'add'}`;
  return (
    <Page screen={screen} title={t(contact ? 'organizations.changeContact' : 'organizations.addContact')}>
      {contact && <p class="text-secondary">{t('organizations.changeContactHelp')}</p>}
      <div class="narrow card card-body">
        <ActForm screen={screen} action={address}>
          <FormFault screen={screen} refused={refused} />
          {contact && <input type="hidden" name="base" value={filled('base')} />}
          <ContactFields {...props} />
          <div class="buttons">
            <button class="btn btn-primary">{t('frame.save')}</button>
            <a class="btn" href={addressOf(handle)}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      </div>
    </Page>
  );
}
