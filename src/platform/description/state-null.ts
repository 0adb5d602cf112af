interface Schema {
  nullable?: boolean;
  enum?: unknown[];
  allOf?: object[];
  type?: string;
}

const NULL = { type: 'object', nullable: true, enum: [null] };

function state(schema: Schema): void {
  if (schema.nullable !== true) return;
  if (schema.enum && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
  if (!schema.allOf) return;
  const [whole] = schema.allOf;
  delete schema.allOf;
  delete schema.nullable;
  delete schema.type;
  Object.assign(schema, { anyOf: [whole, NULL] });
}

/**
 * States where null is a value in the way OpenAPI 3.0.3 reads it: an `enum` has to hold it, and of `allOf` every
 * part would have to allow it.
 */
export function stateNull(described: unknown): void {
  if (typeof described !== 'object' || described === null || described === NULL) return;
  state(described);
  for (const part of Object.values(described)) stateNull(part);
}
