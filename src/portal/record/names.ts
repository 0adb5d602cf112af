import type { Choice } from '../frame/choices';
import type { Screen } from '../screen/screen';
import { tried } from '../web-api/refused';

/** The people of the reader's organization; none where she may not list them. */
export async function people({ api }: Screen): Promise<Choice[]> {
  const { data } = await tried(api.GET('/api/v1/accounts', { params: { query: { limit: 200 } } }));
  return (data?.items ?? []).map(({ id, name }) => ({ value: id, name }));
}

/** The same value with people by name in place of their accounts. */
export function withNames(value: unknown, known: readonly Choice[]): unknown {
  if (typeof value === 'string') return known.find((one) => one.value === value)?.name ?? value;
  if (Array.isArray(value)) return value.map((one) => withNames(one, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withNames(one, known)]));
}
