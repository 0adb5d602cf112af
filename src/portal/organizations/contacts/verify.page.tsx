import type { components } from '../../../../docs/openapi';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import { Comma } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Contact } from '../organization';
import { Verification } from './contacts-list';

const METHODS = [
  'telephone-call',
  'email-reply',
  'in-person',
  'signed-message',
] as const satisfies readonly components['schemas']['VerifyContactBody']['method'][];

/** What is verified: the e-mail and telephone that hold now. */
function Reading({ screen, contact }: { screen: Screen; contact: Contact }) {
  const { t } = screen;
  return (
    <dl class="plain-facts">
      <dt>{t('organizations.role')}</dt>
      <dd>
        {t(`organizations.role_${contact.role}`)}
        {contact.name && (
          <>
            <Comma screen={screen} />
            <UserText text={contact.name} />
          </>
        )}
      </dd>
      <dt>{t('organizations.email')}</dt>
      <dd>
        <bdi dir="ltr">{contact.email}</bdi>
      </dd>
      {contact.telephone && (
        <>
          <dt>{t('organizations.telephone')}</dt>
          <dd>
            <bdi dir="ltr">{contact.telephone}</bdi>
          </dd>
        </>
      )}
      <dt>{t('organizations.verification')}</dt>
      <dd>
        <Verification screen={screen} contact={contact} />
      </dd>
    </dl>
  );
}

interface ContactProps {
  readonly screen: Screen;
  readonly handle: string;
  readonly contact: Contact;
  readonly refused?: ApiRefused | undefined;
}

export function VerifyPage({
  screen,
  handle,
  contact,
  refused,
  filled = () => undefined,
}: ContactProps & { filled?: (name: string) => string | undefined }) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('organizations.verify')}>
      <p>{t('organizations.verifyHelp')}</p>
      <div class="narrow card card-body">
        <Reading screen={screen} contact={contact} />
        <ActForm screen={screen} action={`${addressOf(handle)}/contacts/${contact.id}/verify`}>
          <FormFault screen={screen} refused={refused} />
          <input type="hidden" name="version" value={String(contact.version)} />
          <Field
            {...{ screen, refused, name: 'method', label: t('organizations.method'), required: true }}
            control={(tied) => (
              <select {...tied} class="form-select">
                {METHODS.map((method) => (
                  <option value={method} selected={filled('method') === method}>
                    {t(`organizations.method_${method}`)}
                  </option>
                ))}
              </select>
            )}
          />
          <Field
            {...{ screen, refused, name: 'note', label: t('organizations.note') }}
            control={(tied) => (
              <textarea {...tied} rows={2} maxLength={1000} dir="auto">
                {filled('note')}
              </textarea>
            )}
          />
          <div class="buttons">
            <button class="btn btn-primary">{t('organizations.recordVerification')}</button>
            <a class="btn" href={addressOf(handle)}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      </div>
    </Page>
  );
}

/** Asks before a contact goes. */
export function RemoveContactPage({ screen, handle, contact, refused }: ContactProps) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('organizations.removeContact')}>
      <div class="narrow card card-body">
        <Reading screen={screen} contact={contact} />
        <p>{t('organizations.removeContactSure')}</p>
        <ActForm screen={screen} action={`${addressOf(handle)}/contacts/${contact.id}/remove`}>
          <FormFault screen={screen} refused={refused} />
          <div class="buttons">
            <button class="btn btn-danger">{t('organizations.removeContact')}</button>
            <a class="btn" href={addressOf(handle)}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      </div>
    </Page>
  );
}
