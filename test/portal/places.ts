// Imports nothing: the pictures of all screens are made without the tests' compiler (config/screens.mjs).

/** Who looks around in the portal, in the order in which screens are looked for; between them they come to all. */
export const VISITORS = [
  'pkcert-duty-officer',
  'pkcert-senior-analyst',
  'pkcert-liaison',
  'pkcert-auditor',
  'pkcert-administrator',
  'pkcert-releaser',
  'cncert-liaison',
  'banking-analyst',
] as const;
export type Visitor = (typeof VISITORS)[number];

/** Screens that no page leads to: who comes to them has a letter with the address, or has made a mistake. */
export const NOT_LINKED: readonly string[] = ['/portal/*rest', '/portal/assets/:digest/:name'];

/** A page that can be visited, and by whom. */
export interface Place {
  /** As the controller has it, as `/portal/advisories/:id`. */
  route: string;
  address: string;
  /** Undefined where nobody is signed in. */
  visitor: Visitor | undefined;
}

/** What an address answers. */
export interface Shown {
  status: number;
  type: string;
  text: string;
}

export type Open = (visitor: Visitor | undefined, address: string) => Promise<Shown>;

const LINK = /\b(?:href|hx-get|data-hx-get)="(\/portal[^"]*)"|<form method="get" action="(\/portal[^"]*)"/g;
const NAMES_SOMETHING = /=[0-9a-f]{8}-[0-9a-f-]{27}/;

/** The addresses within the portal that a page leads to. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(LINK)].map(([, link, form]) => link ?? form ?? '');
  return [...new Set(found.map((link) => link.replaceAll('&amp;', '&').replace(/#.*$/, '')))];
}

const patterns = new Map<string, RegExp>();
function matches(route: string, path: string): boolean {
  let pattern = patterns.get(route);
  if (!pattern) {
    const source = route.replace(/[.+]/g, '\\$&').replace(/\*\w+/g, '.+').replace(/:\w+/g, '[^/]+');
    patterns.set(route, (pattern = new RegExp(`^${source}$`)));
  }
  return pattern.test(path);
}

/** The route that answers an address: one that is spelt out comes before one with names in it. */
export function routeOf(routes: readonly string[], address: string): string | undefined {
  const [path = ''] = address.split('?');
  const rank = (route: string) => (route.includes('*') ? 2 : route.includes(':') ? 1 : 0);
  return routes.filter((route) => matches(route, path)).toSorted((one, other) => rank(one) - rank(other))[0];
}

/** What an address is an example of: a route, or a route with something named in its query. */
const kindOf = (routes: readonly string[], address: string): string | undefined => {
  const route = routeOf(routes, address);
  return route && (NAMES_SOMETHING.test(address) ? `${route}?` : route);
};

/**
 * Follows the links of all pages from the home page on, as each visitor in turn, until every route has been come to.
 * @param routes of all screens that are read with GET
 * @returns one page of each, home for each visitor; and the routes that nobody has come to
 */
export async function findPlaces(
  routes: readonly string[],
  open: Open,
): Promise<{ places: Place[]; missing: string[] }> {
  const wanted = routes.filter((route) => !NOT_LINKED.includes(route));
  const places: Place[] = [{ route: '/portal/sign-in', address: '/portal/sign-in', visitor: undefined }];
  const placed = new Set(['/portal/sign-in']);
  for (const visitor of VISITORS) {
    const opened = new Set(['/portal/sign-in']);
    const ahead = ['/portal'];
    for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
      const kind = kindOf(routes, address);
      const isHome = address === '/portal';
      if (kind === undefined || opened.has(kind)) continue;
      if (!isHome && wanted.every((route) => placed.has(route))) continue;
      const { status, type, text } = await open(visitor, address);
      if (status !== 200) continue;
      opened.add(kind);
      ahead.push(...linksIn(text));
      const first = !placed.has(kind);
      placed.add(kind);
      const isPage = type.startsWith('text/html') && text.includes('<html');
      if (isPage && (first || isHome)) places.push({ route: kind, address, visitor });
    }
  }
  return { places, missing: wanted.filter((route) => !placed.has(route)) };
}
