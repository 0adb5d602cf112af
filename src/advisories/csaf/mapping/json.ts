/** A JSON object nobody has vouched for: every property is still to be looked at. */
export type JsonObject = { readonly [key: string]: unknown };

/** Tells a JSON object from arrays, null and the rest. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `key`, or an empty one, so that a walk through a document never stumbles. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}

/** The objects of the list at `key`; anything else in it is left out. */
export function objectsAt(parent: JsonObject, key: string): readonly JsonObject[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text at `key`, or null when there is none or it is empty. */
export function textAt(parent: JsonObject, key: string): string | null {
  const value = parent[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A copy without these properties. */
export function without(parent: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(parent).filter(([key]) => !keys.includes(key)));
}
