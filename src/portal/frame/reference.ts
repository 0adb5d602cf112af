/** Whether somebody typed what looks like a short reference of an item, as `PK-7QX4-M2F9-3`. The web API checks it. */
export const looksLikeReference = (typed: string): boolean =>
  /^[a-z]{2}-[0-9a-z]{4}-?[0-9a-z]{4}-?[0-9a-z]$/i.test(typed.trim()) ||
  /^[a-z]{2}(?=[0-9a-z]*\d)[0-9a-z]{9}$/i.test(typed.trim());

/** Whether it is the id of something. */
export const looksLikeId = (typed: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed.trim());
