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
export const NOT_LINKED: readonly string[] = [
  '/portal/*rest',
  '/portal/assets/:digest/:name',
  '/portal/invitation',
  '/portal/password-reset',
];

/** A page that can be visited, and by whom. */
export interface Place {
  /** The route as the controller has it, and words of the query: `/portal/advisories?scope=own`. */
  kind: string;
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
/** How many kinds of pages of one route are visited. */
const KINDS = 3;
/** How many addresses of a kind a visitor opens where something is still missing. */
const MORE_OF_A_KIND = 12;

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

/** What an address is an example of: its route, and of its query the words, and that something is named in it. */
export function kindOf(routes: readonly string[], address: string): string | undefined {
  const [, query = ''] = address.split('?');
  const route = routeOf(routes, address);
  const asked = [...new URLSearchParams(query)]
    .filter(([name, value]) => value !== '' && !['told', 'cursor', 'next'].includes(name))
    .map(([name, value]) => (/^[a-z-]{1,20}$/.test(value) ? `${name}=${value}` : name));
  return route && asked.length > 0 ? `${route}?${asked.toSorted().join('&')}` : route;
}

/**
 * Follows the links of all pages from the home page on, as each visitor in turn, until every route has been come to.
 * @param routes of all screens that are read with GET
 * @returns one page of each, home for each visitor; the routes that nobody has come to; and links that lead nowhere, each
 * with the page that has it
 */
export async function findPlaces(
  routes: readonly string[],
  open: Open,
): Promise<{ places: Place[]; missing: string[]; dead: string[] }> {
  const wanted = routes.filter((route) => !NOT_LINKED.includes(route));
  const places: Place[] = [{ kind: '/portal/sign-in', address: '/portal/sign-in', visitor: undefined }];
  const placed = new Map<string, Set<string>>([['/portal/sign-in', new Set(['/portal/sign-in'])]]);
  const isNowhere = (link: string) => routeOf(routes, link) === '/portal/*rest';
  const isComplete = () => wanted.every((one) => placed.has(one));
  /** Where each visitor could have gone besides, having seen one of the kind. */
  const besides = new Map<Visitor, Set<string>>();
  const dead = new Set<string>();
  async function walk(visitor: Visitor, from: Iterable<string>, times: number): Promise<void> {
    const opened = new Map([['/portal/sign-in', times]]);
    const ahead = [...from];
    const begun = new Set(ahead);
    const left = new Set<string>();
    besides.set(visitor, left);
    for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
      const [route, kind] = [routeOf(routes, address), kindOf(routes, address)];
      if (route === undefined || kind === undefined) continue;
      const before = opened.get(kind) ?? 0;
      if (before >= times && kind.includes(':') && !kind.includes('?')) left.add(address);
      const kinds = placed.get(route) ?? new Set();
      const isHome = address === '/portal';
      // To look around where others have been is of use while there is something to find.
      if (before >= times || (!isHome && kinds.has(kind) && isComplete())) continue;
      // Who looks at more of a kind goes on to what nobody has seen, not through everything again.
      if (times > 1 && kinds.has(kind) && !begun.has(address)) continue;
      const { status, type, text } = await open(visitor, address);
      if (status >= 400) dead.add(`${address} as ${visitor}: ${status}`);
      if (status !== 200) continue;
      opened.set(kind, before + 1);
      const links = linksIn(text);
      for (const link of links) if (isNowhere(link)) dead.add(`${link} on ${address} as ${visitor}`);
      ahead.push(...links);
      const isNew = !kinds.has(kind) && kinds.size < KINDS;
      const isPage = type.startsWith('text/html') && text.includes('<html');
      if (isPage && (isNew || isHome)) places.push({ kind, address, visitor });
      placed.set(route, kinds.add(kind));
    }
  }
  for (const visitor of VISITORS) await walk(visitor, ['/portal'], 1);
  // One agreement has a second version of its terms, another has not: what is still missing is behind more of a kind.
  for (const visitor of VISITORS)
    if (!isComplete()) await walk(visitor, besides.get(visitor) ?? [], MORE_OF_A_KIND);
  return { places, missing: wanted.filter((route) => !placed.has(route)), dead: [...dead] };
}
