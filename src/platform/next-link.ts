/**
 * The Link header that leads to the next page (RFC 8288): the same address with the same query, but for the cursor.
 * @param address path and query as they were asked for
 */
export function nextLink(address: string, cursor: string): string {
  const { pathname, searchParams } = new URL(address, 'http://accord.invalid');
  searchParams.set('cursor', cursor);
  return `<${pathname}?${searchParams.toString()}>; rel="next"`;
}

/** The cursor of the next page in what a list answers; undefined for the last page, and for what is no list. */
export function nextOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('next' in result)) return undefined;
  return typeof result.next === 'string' ? result.next : undefined;
}
