/** Injection token of the installation's secret, from which keys are derived by purpose. */
export const SECRET = Symbol('accord secret');
/** Injection token of the frozen settings. */
export const SETTINGS = Symbol('accord settings');
