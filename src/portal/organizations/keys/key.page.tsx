import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Contact, grouped, type Key } from '../organization';

export function AddKeyPage({
  screen,
  handle,
  contacts,
  refused,
  filled = () => undefined,
}: {
  screen: Screen;
  handle: string;
  contacts: readonly Contact[];
  refused?: ApiRefused | undefined;
  filled?: (name: string) => string | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('organizations.addKey')}>
      <div class="narrow card card-body">
        <ActForm screen={screen} action={`${addressOf(handle)}/keys/add`}>
          <FormFault screen={screen} refused={refused} />
          <Field
            {...{ screen, refused, name: 'armored', label: t('organizations.armored'), required: true }}
            hint={t('organizations.armoredHint')}
            control={(tied) => (
              <textarea {...tied} rows={10} dir="ltr" spellcheck={false}>
                {filled('armored')}
              </textarea>
            )}
          />
          <Field
            {...{ screen, refused, name: 'contact', label: t('organizations.holder') }}
            control={(tied) => (
              <select {...tied} class="form-select">
                <option value="">{t('organizations.team')}</option>
                {contacts.map(({ id, email }) => (
                  <option value={id} selected={filled('contact') === id}>
                    {email}
                  </option>
                ))}
              </select>
            )}
          />
          <div class="buttons">
            <button class="btn btn-primary">{t('organizations.addKey')}</button>
            <a class="btn" href={addressOf(handle)}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      </div>
    </Page>
  );
}

/** Asks before a key goes. */
export function RemoveKeyPage({ screen, handle, key }: { screen: Screen; handle: string; key: Key }) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('organizations.removeKey')}>
      <div class="narrow card card-body">
        <p>
          <code dir="ltr" class="fingerprint">
            {grouped(key.fingerprint)}
          </code>
        </p>
        {key.user_ids.map((id) => (
          <p>
            <UserText text={id} />
          </p>
        ))}
        <p>{t('organizations.removeKeySure')}</p>
        <ActForm screen={screen} action={`${addressOf(handle)}/keys/${key.fingerprint}/remove`}>
          <div class="buttons">
            <button class="btn btn-danger">{t('organizations.removeKey')}</button>
            <a class="btn" href={addressOf(handle)}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      </div>
    </Page>
  );
}
