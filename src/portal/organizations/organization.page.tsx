import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { Pager } from '../frame/table';
import { UserText } from '../frame/user-text';
import { listOf } from '../frame/listed';
import type { Screen } from '../screen/screen';
import { mayTell, pathOfTellingForm } from '../tellings/telling';
import { Contacts } from './contacts/contacts-list';
import { Keys } from './keys/keys-list';
import { addressOf, type Contact, isOwn, type Key, mayKeep, type Organization } from './organization';
import { OrganizationRows } from './organizations.page';
import { ProfileText } from './profile/profile-text';

export interface OrganizationProps {
  readonly screen: Screen;
  readonly organization: Organization;
  readonly contacts: readonly Contact[];
  readonly keys: readonly Key[];
  readonly constituents: components['schemas']['OrganizationPage'];
}

/** What the installation itself knows of an organization. */
export function Facts({ screen, organization }: { screen: Screen; organization: Organization }) {
  const { t } = screen;
  const { handle, kind, country, parent, namespace, merged } = organization;
  return (
    <dl class="plain-facts">
      <dt>{t('organizations.kind')}</dt>
      <dd>{t(`organizations.kind_${kind}`)}</dd>
      {country && (
        <>
          <dt>{t('organizations.country')}</dt>
          <dd>{country}</dd>
        </>
      )}
      {parent && (
        <>
          <dt>{t('organizations.parent')}</dt>
          <dd>
            <a href={addressOf(parent)}>{parent}</a>
          </dd>
        </>
      )}
      <dt>{t('organizations.handle')}</dt>
      <dd>
        <code dir="ltr">{handle}</code>
      </dd>
      {namespace && (
        <>
          <dt>{t('organizations.namespace')}</dt>
          <dd>
            <code dir="ltr">{namespace}</code>
          </dd>
        </>
      )}
      {merged.length > 0 && (
        <>
          <dt>{t('organizations.merged')}</dt>
          <dd>{listOf(screen, merged)}</dd>
        </>
      )}
    </dl>
  );
}

export function OrganizationPage({ screen, organization, contacts, keys, constituents }: OrganizationProps) {
  const { t } = screen;
  const { handle, name, profile } = organization;
  const keeps = mayKeep(screen, handle);
  return (
    <Page
      screen={screen}
      title={t('organizations.one')}
      actions={
        <>
          <a class="btn" href={`${addressOf(handle)}/profile`}>
            {t('organizations.printable')}
          </a>
          {mayTell(screen) && !isOwn(screen, handle) && (
            <a class="btn" href={pathOfTellingForm({ to: handle })}>
              {t('tellings.tell')}
            </a>
          )}
          {isOwn(screen, handle) && organization.kind === 'national-cert' && (
            <a class="btn" href="/portal/overlay">
              {t('overlay.title')}
            </a>
          )}
          {isOwn(screen, handle) && (
            <a class="btn" href="/portal/passing-on">
              {t('passing.list')}
            </a>
          )}
          {keeps && (
            <a class="btn" href={`${addressOf(handle)}/profile/edit`}>
              {t('organizations.changeProfile')}
            </a>
          )}
        </>
      }
    >
      <p class="lead">
        <UserText text={name} />
        {isOwn(screen, handle) && <small class="text-secondary"> ({t('organizations.yours')})</small>}
      </p>
      <Facts screen={screen} organization={organization} />
      <section>
        <h2>{t('organizations.contacts')}</h2>
        <Contacts screen={screen} handle={handle} contacts={contacts} />
        {isOwn(screen, handle) && (
          <p>
            <a href="/portal/contact-rounds">{t('cooperation.rounds')}</a>
          </p>
        )}
        {keeps && (
          <p>
            <a class="btn" href={`${addressOf(handle)}/contacts/add`}>
              {t('organizations.addContact')}
            </a>
          </p>
        )}
      </section>
      <section>
        <h2>{t('organizations.keys')}</h2>
        <Keys screen={screen} handle={handle} keys={keys} contacts={contacts} />
        {keeps && (
          <p>
            <a class="btn" href={`${addressOf(handle)}/keys/add`}>
              {t('organizations.addKey')}
            </a>
          </p>
        )}
      </section>
      {organization.kind === 'national-cert' && (
        <section>
          <h2>{t('organizations.constituents')}</h2>
          <OrganizationRows
            screen={screen}
            rows={constituents.items}
            caption={t('organizations.constituents')}
            empty={t('organizations.noConstituents')}
          />
          <Pager screen={screen} next={constituents.next} />
        </section>
      )}
      <section>
        <h2>{t('organizations.profile')}</h2>
        {profile ? (
          <ProfileText screen={screen} profile={profile} />
        ) : (
          <p class="empty-list">{t('organizations.noProfile')}</p>
        )}
      </section>
    </Page>
  );
}
