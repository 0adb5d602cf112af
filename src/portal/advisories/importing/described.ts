/** What is told of a document before it is imported, as it says so itself. */
export interface Described {
  readonly title?: string | undefined;
  readonly trackingId?: string | undefined;
  readonly trackingVersion?: string | undefined;
  readonly publisher?: string | undefined;
  readonly label?: string | undefined;
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined,
    value,
  );

/** What a CSAF document says of itself; nothing of one that cannot be read, since the web API says why. */
export function described(bytes: Buffer): Described {
  let document: unknown;
  try {
    document = at(JSON.parse(bytes.toString('utf8')), 'document');
  } catch {
    return {};
  }
  const text = (...path: string[]) => {
    const value = at(document, ...path);
    return typeof value === 'string' ? value.slice(0, 300) : undefined;
  };
  return {
    title: text('title'),
    trackingId: text('tracking', 'id'),
    trackingVersion: text('tracking', 'version'),
    publisher: text('publisher', 'name'),
    label: text('distribution', 'tlp', 'label'),
  };
}
