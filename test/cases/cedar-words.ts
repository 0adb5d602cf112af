/** The orders, written down a second time: a slip in one place is no slip in the other. */
export const TLP = { CLEAR: 0, GREEN: 1, AMBER: 2, 'AMBER+STRICT': 3, RED: 4 };
export const SEVERITY = { none: 0, low: 1, medium: 2, high: 3, critical: 4 };
export const PAP = { CLEAR: 0, GREEN: 1, AMBER: 2, RED: 3 };

export const text = (values: readonly string[]) => JSON.stringify(values);
export const all = (...conditions: string[]) =>
  conditions.length === 0 ? 'true' : `(${conditions.join(' && ')})`;
export const any = (...conditions: string[]) =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' || ')})`;
