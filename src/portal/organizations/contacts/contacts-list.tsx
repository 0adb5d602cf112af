import { languagesInWords } from '../../frame/listed';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { addressOf, type Contact, isOwn, mayKeep } from '../organization';

/** Whether a contact can be relied on, in words. */
export function Verification({ screen, contact }: { screen: Screen; contact: Contact }) {
  const { t } = screen;
  const { verification, verification_lapses_at: lapses, verified_at: at } = contact;
  const sure = verification === 'verified';
  return (
    <>
      <span class={sure ? 'badge bg-green-lt' : 'badge badge-wraps bg-orange-lt'}>
        {t(`organizations.verification_${verification}`)}
      </span>
      {sure && lapses && (
        <div>
          {t('organizations.verifiedUntil')} <Instant screen={screen} at={lapses} />
        </div>
      )}
      {verification === 'lapsed' && at && (
        <div>
          {t('organizations.verifiedAt')} <Instant screen={screen} at={at} />
        </div>
      )}
    </>
  );
}

function Reached({ screen, contact }: { screen: Screen; contact: Contact }) {
  const { t } = screen;
  return (
    <>
      {contact.telephone && (
        <div>
          <a href={`tel:${contact.telephone}`} dir="ltr">
            {contact.telephone}
          </a>
        </div>
      )}
      <div>
        <a href={`mailto:${contact.email}`} dir="ltr">
          {contact.email}
        </a>
      </div>
      {contact.hours && (
        <div>
          {t('organizations.hours')}: <UserText text={contact.hours} />
        </div>
      )}
      {contact.languages.length > 0 && (
        <div>
          {t('organizations.languages')}: {languagesInWords(screen, contact.languages)}
        </div>
      )}
    </>
  );
}

/** How an organization is reached; those for emergencies come first. */
export function Contacts({
  screen,
  handle,
  contacts,
}: {
  screen: Screen;
  handle: string;
  contacts: readonly Contact[];
}) {
  const { t } = screen;
  const keeps = mayKeep(screen, handle);
  const verifies = isOwn(screen, handle) && hasRole(screen, 'administrator', 'liaison', 'duty-officer');
  const address = (contact: Contact) => `${addressOf(handle)}/contacts/${contact.id}`;
  return (
    <Table
      screen={screen}
      caption={t('organizations.contacts')}
      rows={contacts}
      empty={t('organizations.noContacts')}
      columns={[
        {
          name: t('organizations.role'),
          cell: (contact) => (
            <>
              <strong>{t(`organizations.role_${contact.role}`)}</strong>
              {contact.emergency && <> ({t('organizations.emergency')})</>}
              {contact.name && (
                <div>
                  <UserText text={contact.name} />
                </div>
              )}
            </>
          ),
        },
        {
          name: t('organizations.reachedAt'),
          cell: (contact) => <Reached screen={screen} contact={contact} />,
        },
        {
          name: t('organizations.verification'),
          cell: (contact) => <Verification screen={screen} contact={contact} />,
        },
        ...(keeps || verifies
          ? [
              {
                name: t('organizations.edit'),
                cell: (contact: Contact) => (
                  <div class="buttons">
                    {verifies && (
                      <a class="btn btn-sm" href={`${address(contact)}/verify`}>
                        {t('organizations.verify')}
                      </a>
                    )}
                    {keeps && (
                      <>
                        <a class="btn btn-sm" href={address(contact)}>
                          {t('organizations.edit')}
                        </a>
                        <a class="btn btn-sm" href={`${address(contact)}/remove`}>
                          {t('organizations.removeContact')}
                        </a>
                      </>
                    )}
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
