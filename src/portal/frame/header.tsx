import type { Screen } from '../screen/screen';
import { isAt, placesFor } from './navigation';
import { ReadingSettings } from './reading-settings';
import { UserText } from './user-text';

/** What stands above every screen: where one can go, search, how it is read, who is signed in. */
export function Header({ screen }: { screen: Screen }) {
  const { t, me } = screen;
  return (
    <header class="portal-header">
      <a class="brand" href={me ? '/portal' : '/'} lang="en">
        Accord
      </a>
      {me && (
        <nav aria-label={t('frame.navigation')}>
          <ul class="places">
            {placesFor(me.roles).map((place) => (
              <li>
                <a href={place.path} aria-current={isAt(place, screen.path) ? 'page' : undefined}>
                  {t(place.name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="header-tools">
        <ReadingSettings screen={screen} />
        {me ? (
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
        ) : (
          <a class="btn btn-sm" href="/portal/sign-in">
            {t('frame.signIn')}
          </a>
        )}
      </div>
    </header>
  );
}
