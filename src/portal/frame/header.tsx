import type { Screen } from '../screen/screen';
import { isAt, placesFor } from './navigation';
import { ReadingSettings } from './reading-settings';
import { UserText } from './user-text';

/** Search from every page: it leads to a page of what was found, or straight to the item of a short reference. */
function SearchForm({ screen: { t } }: { screen: Screen }) {
  return (
    <form method="get" action="/portal/search" class="header-search" role="search">
      <input
        class="form-control"
        type="search"
        name="q"
        dir="auto"
        maxLength={200}
        aria-label={t('frame.search')}
        placeholder={t('frame.searchHint')}
        required
      />
      <button class="btn btn-sm">{t('frame.search')}</button>
    </form>
  );
}

/**
 * What stands above every screen: where one can go, search, how it is read, who is signed in. On a narrow screen all of it but
 * the name is behind a button; wide screens show it in the line (client/frame.css, narrow.css), so that there is one of each for everybody.
 */
export function Header({ screen }: { screen: Screen }) {
  const { t, me } = screen;
  return (
    <header class="portal-header">
      <a class="brand" href={me ? '/portal' : '/'} lang="en">
        Accord
      </a>
      <button class="btn menu-button" type="button" popovertarget="menu">
        {t('frame.menu')}
      </button>
      <div class="menu" id="menu" popover="auto">
        {me && <Places screen={screen} roles={me.roles} />}
        <div class="header-tools">
          {me && <SearchForm screen={screen} />}
          <ReadingSettings screen={screen} />
          <Account screen={screen} />
        </div>
      </div>
    </header>
  );
}

function Places({ screen, roles }: { screen: Screen; roles: Parameters<typeof placesFor>[0] }) {
  const { t } = screen;
  return (
    <nav aria-label={t('frame.navigation')}>
      <ul class="places">
        {placesFor(roles).map((place) => (
          <li>
            <a href={place.path} aria-current={isAt(place, screen.path) ? 'page' : undefined}>
              {t(place.name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ screen }: { screen: Screen }) {
  const { t, me } = screen;
  if (!me)
    return (
      <a class="btn btn-sm" href="/portal/sign-in">
        {t('frame.signIn')}
      </a>
    );
  return (
    <form method="post" action="/portal/sign-out" class="account">
      <input type="hidden" name="csrf" value={screen.csrf} />
      <span>
        <a href="/portal/account">
          <UserText text={me.person?.name ?? me.organization.name} />
        </a>{' '}
        <small class="text-secondary">
          <UserText text={me.organization.name} />
        </small>
      </span>
      <button class="btn btn-sm">{t('frame.signOut')}</button>
    </form>
  );
}
