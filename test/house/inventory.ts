import { apiDescription } from '../../src/api-description';
import { type Caller, castMember, PERSON_KEYS, type PersonKey, type World } from '../cast';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** A route of the web API, as its description has it. */
export interface Route {
  method: Method;
  path: string;
  /** Whether its description names a body. */
  takesBody: boolean;
  /** The parameters of its query. */
  takes: string[];
  /** The headers that its description names. */
  headers: string[];
  /** For whom its description says it is. */
  callers: string[];
  name: string;
}

interface Operation {
  requestBody?: object;
  parameters?: { in: string; name: string }[];
  'x-callers'?: string[];
}

/** A path in which every name is one that nothing has. */
export const asked = (path: string) =>
  path
    .replace('{id}', '0b9e4c1a-0000-4000-8000-000000000000')
    .replace('{reference}', 'XX-UNKNOWN')
    .replace('{number}', '1')
    .replace('{handle}', 'nobody');

/** Every route, in the order of the description. */
export function inventoryOf({ app }: World): Route[] {
  return Object.entries(apiDescription(app).paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, { requestBody, parameters = [], 'x-callers': callers = [] }]) => ({
        method: method as Method,
        path,
        takesBody: requestBody !== undefined,
        takes: parameters.flatMap((one) => (one.in === 'query' ? one.name : [])),
        headers: parameters.flatMap((one) => (one.in === 'header' ? one.name : [])),
        callers,
        name: `${method} ${path}`,
      }),
    ),
  );
}

export const changing = (routes: readonly Route[]) => routes.filter(({ method }) => method !== 'get');

/**
 * Finds for each route the first person of the cast whom it is for: as its description says, and as it says itself by
 * not answering 403.
 */
export async function whoMay(world: World, routes: readonly Route[]): Promise<Map<string, PersonKey>> {
  const found = new Map<string, PersonKey>();
  const isFor = (callers: readonly string[], person: PersonKey) =>
    ['anyone', 'person', ...castMember(person).roles].some((caller) => callers.includes(caller));
  for (const { method, path, name, callers } of routes) {
    for (const person of PERSON_KEYS.filter((one) => isFor(callers, one))) {
      const { status, body } = await world.as(person)[method](asked(path)).query({ unknown: 'x' });
      if (status === 403 && (body as { type: string }).type === '/problems/access/not-for-you') continue;
      found.set(name, person);
      break;
    }
    if (!found.has(name)) throw new Error(`Nobody may call ${name}.`);
  }
  return found;
}

/** Sends to a route as somebody whom it is for. */
export const callerOf = (world: World, may: Map<string, PersonKey>, { name }: Route): Caller =>
  world.as(may.get(name)!);
