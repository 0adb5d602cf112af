import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import { Contacts } from '../contacts/contacts-list';
import { Keys } from '../keys/keys-list';
import { addressOf } from '../organization';
import { Facts, type OrganizationProps } from '../organization.page';
import { ProfileText } from './profile-text';

/** What an organization says of itself, on paper: with its contacts and keys, for when the network is gone. */
export function ProfilePage({
  screen,
  organization,
  contacts,
  keys,
}: Omit<OrganizationProps, 'constituents'>) {
  const { t } = screen;
  const { handle, name, profile } = organization;
  return (
    <Page
      screen={screen}
      title={t('organizations.profile')}
      actions={
        <>
          <button type="button" class="btn btn-primary" data-print>
            {t('frame.print')}
          </button>
          {profile && (
            <a class="btn" href={`${addressOf(handle)}/profile/text`} download>
              {t('organizations.asText')}
            </a>
          )}
          <a class="btn" href={addressOf(handle)}>
            {t('organizations.one')}
          </a>
        </>
      }
    >
      <p class="lead">
        <UserText text={name} />
      </p>
      <Facts screen={screen} organization={organization} />
      <h2>{t('organizations.contacts')}</h2>
      <Contacts screen={screen} handle={handle} contacts={contacts} />
      <h2>{t('organizations.keys')}</h2>
      <Keys screen={screen} handle={handle} keys={keys} contacts={contacts} />
      <h2>{t('organizations.profile')}</h2>
      {profile ? (
        <ProfileText screen={screen} profile={profile} />
      ) : (
        <p class="empty-list">{t('organizations.noProfile')}</p>
      )}
    </Page>
  );
}
