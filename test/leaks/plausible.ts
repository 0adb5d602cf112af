/** A schema as docs/openapi.json writes it, as far as bodies need it. */
interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  example?: unknown;
  default?: unknown;
  items?: Schema;
  minimum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
}
export interface Description {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}

const TEXT: Record<string, string> = { uuid: '7d3f0c11-5d0e-4f4e-9c63-2b9b0a3f9a10' };

/** A value that a schema describes: its example where it has one, else the least that it asks for. */
function valueOf(api: Description, schema: Schema, soon: string): unknown {
  if (schema.$ref) return valueOf(api, api.components.schemas[schema.$ref.split('/').at(-1)!]!, soon);
  if (schema.format === 'date-time') return soon;
  if (schema.example !== undefined) return schema.example;
  const [inner] = schema.allOf ?? schema.oneOf ?? [];
  if (inner) return valueOf(api, inner, soon);
  if (schema.enum) return schema.enum[0];
  if (schema.properties)
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, valueOf(api, schema.properties![name]!, soon)]),
    );
  switch (schema.type ?? 'string') {
    case 'array':
      return schema.items ? [valueOf(api, schema.items, soon)] : [];
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return TEXT[schema.format ?? ''] ?? 'Plausible text';
  }
}

/** A body that a route's description asks for; undefined where it takes none. @param soon an instant to come */
export function plausibleBody(
  api: Description,
  method: string,
  path: string,
  soon: string,
): object | undefined {
  const schema = api.paths[path]?.[method]?.requestBody?.content['application/json']?.schema;
  return schema && (valueOf(api, schema, soon) as object);
}
