/** A schema, as far as it is looked at here. */
interface Schema {
  properties?: object;
  required?: string[];
  additionalProperties?: unknown;
}

export interface Described {
  paths: Record<string, Record<string, { responses: Record<string, object>; security?: object[] }>>;
  components: { schemas: Record<string, Schema> };
}

/** Schemas that say that others may add to them. */
const OPEN = ['Problem'];

function close(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as Schema;
  if (typeof schema.properties === 'object' && schema.additionalProperties === undefined)
    schema.additionalProperties = false;
  for (const inner of Object.values(part)) close(inner);
}

/**
 * A description that allows nothing which it does not name. Clients have to ignore what they do not know; the tests
 * do not, so that nothing is answered which is not described.
 */
export function closed(api: Described): Described {
  const copy = structuredClone(api);
  for (const [name, schema] of Object.entries(copy.components.schemas))
    if (!OPEN.includes(name)) close(schema);
  return copy;
}
