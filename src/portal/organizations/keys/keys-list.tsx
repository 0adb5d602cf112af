import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { addressOf, type Contact, grouped, type Key, mayKeep } from '../organization';

/** The keys of an organization, with what is to be known before one is used. */
export function Keys({
  screen,
  handle,
  keys,
  contacts,
}: {
  screen: Screen;
  handle: string;
  keys: readonly Key[];
  contacts: readonly Contact[];
}) {
  const { t } = screen;
  const address = (key: Key) => `${addressOf(handle)}/keys/${key.fingerprint}`;
  const holder = (key: Key) => contacts.find(({ id }) => id === key.contact);
  return (
    <Table
      screen={screen}
      caption={t('organizations.keys')}
      rows={keys}
      empty={t('organizations.noKeys')}
      columns={[
        {
          name: t('organizations.fingerprint'),
          cell: (key) => (
            <>
              <code dir="ltr" class="fingerprint">
                {grouped(key.fingerprint)}
              </code>
              {key.user_ids.map((id) => (
                <div>
                  <UserText text={id} />
                </div>
              ))}
              <small class="text-secondary" dir="ltr">
                {key.algorithm}
              </small>
            </>
          ),
        },
        {
          name: t('organizations.holder'),
          cell: (key) => {
            const contact = holder(key);
            return contact ? <bdi dir="ltr">{contact.email}</bdi> : t('organizations.team');
          },
        },
        {
          name: t('organizations.expires'),
          cell: (key) =>
            key.expires_at ? (
              <Instant screen={screen} at={key.expires_at} />
            ) : (
              t('organizations.neverExpires')
            ),
        },
        {
          name: t('organizations.warnings'),
          cell: (key) => (
            <ul class="plain-list">
              {key.warnings.map((warning) => (
                <li class="text-danger-emphasis">{t(`organizations.warning_${warning}`)}</li>
              ))}
            </ul>
          ),
        },
        {
          name: t('organizations.download'),
          cell: (key) => (
            <div class="buttons">
              <a class="btn btn-sm" href={address(key)} download>
                {t('organizations.download')}
              </a>
              {mayKeep(screen, handle) && (
                <a class="btn btn-sm" href={`${address(key)}/remove`}>
                  {t('organizations.removeKey')}
                </a>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}
