/** What schemas of written cases are made of. */
export type Schema = Record<string, unknown>;
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
export const text: Schema = { type: 'string', minLength: 1 };
export const yes: Schema = { type: 'boolean' };
/** With seconds and in UTC, so that no reader has to reckon. */
export const instant: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$',
};
export const either = (...schemas: Schema[]): Schema => ({ anyOf: schemas });
export const moment = either(instant, oneOf('never'));
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const mapOf = (keys: Schema, values: Schema): Schema => ({
  type: 'object',
  propertyNames: keys,
  additionalProperties: values,
});
export const closed = (
  properties: Record<string, Schema>,
  required: string[] = [],
  more: Schema = {},
): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});

export const when = (key: string, value: string, then: Schema): Schema => ({
  if: { properties: { [key]: { const: value } }, required: [key] },
  then,
});
