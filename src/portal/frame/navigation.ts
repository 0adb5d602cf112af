import type { MessageKey } from '../messages/catalogue';
import type { Me } from '../screen/screen';

type Role = Me['roles'][number];

interface Place {
  readonly path: string;
  readonly name: MessageKey;
  /** Who is offered it; without roles everybody who is signed in. */
  readonly roles?: readonly Role[];
}

/** The places of the portal in the order in which they are offered. The web API decides what anybody gets there. */
export const PLACES: readonly Place[] = [
  { path: '/portal', name: 'frame.home' },
  { path: '/portal/incidents', name: 'frame.incidents' },
  { path: '/portal/advisories', name: 'frame.advisories' },
  { path: '/portal/agreements', name: 'frame.agreements' },
  { path: '/portal/requests', name: 'frame.requests' },
  { path: '/portal/why', name: 'frame.why', roles: ['liaison', 'releaser', 'auditor'] },
  {
    path: '/portal/call-and-stop',
    name: 'frame.callAndStop',
    roles: ['duty-officer', 'liaison', 'analyst', 'releaser'],
  },
  { path: '/portal/record', name: 'frame.record', roles: ['auditor'] },
  { path: '/portal/organizations', name: 'frame.organizations' },
  {
    path: '/portal/administration',
    name: 'frame.administration',
    roles: ['administrator', 'auditor'],
  },
];

export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  PLACES.filter((place) => !place.roles || place.roles.some((role) => roles.includes(role)));

/** Whether a page is at a place or below it. */
export function isAt(place: Place, path: string): boolean {
  const [page = ''] = path.split('?');
  return place.path === '/portal'
    ? page === place.path
    : page === place.path || page.startsWith(`${place.path}/`);
}
