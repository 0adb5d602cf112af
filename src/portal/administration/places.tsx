import type { Screen } from '../screen/screen';

const PLACES = [
  ['/portal/administration', 'administration.people'],
  ['/portal/administration/invitations', 'administration.invitations'],
  ['/portal/administration/keys', 'administration.keys'],
  ['/portal/administration/witnesses', 'administration.witnesses'],
  ['/portal/administration/health', 'administration.health'],
] as const;

/** The parts of the administration. */
export function AdministrationPlaces({ screen }: { screen: Screen }) {
  const [here] = screen.path.split('?');
  const administrator = screen.me?.roles.includes('administrator');
  return (
    <nav aria-label={screen.t('frame.administration')}>
      <ul class="places lists">
        {PLACES.filter(([path]) => administrator || !path.endsWith('/health')).map(([path, name]) => (
          <li>
            <a href={path} aria-current={path === here ? 'page' : undefined}>
              {screen.t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
