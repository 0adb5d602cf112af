import { instantOf } from '../frame/local-time';
import { looksLikeId } from '../frame/reference';
import { en } from '../messages/en';
import type { Screen } from '../screen/screen';
import type { Filters, Kind } from './logs';
import { itemId } from './logs';

/** An id that nothing has: what cannot be named leaves no entries, as what is not there does. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

export type FilterFault = 'rangeFault' | 'timeFault';

/** The filters of the address, as the web API takes them. Times are in the reader's zone. */
export async function filtersIn(screen: Screen): Promise<Filters | FilterFault> {
  const { query, zone } = screen;
  const [from, to] = [query.from, query.to].map((local) => (local ? instantOf(zone, local) : undefined));
  if ((query.from && !from) || (query.to && !to)) return 'timeFault';
  if (from && to && Date.parse(from) >= Date.parse(to)) return 'rangeFault';
  const typed = query.item?.trim();
  const item = typed ? ((await itemId(screen, typed)) ?? NOTHING) : undefined;
  const person = query.person && looksLikeId(query.person) ? query.person : undefined;
  const organization = /^[a-z][a-z0-9-]{1,39}$/.test(query.organization ?? '')
    ? query.organization
    : undefined;
  const kind = Object.hasOwn(en.entries, query.kind ?? '') ? (query.kind as Kind) : undefined;
  const { cursor } = query;
  return Object.fromEntries(
    Object.entries({ kind, organization, item, person, from, to, cursor }).filter(([, value]) => value),
  );
}
