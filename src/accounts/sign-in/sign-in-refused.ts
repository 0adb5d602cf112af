import { Refusal } from '../../platform/refusal';

export const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="accord"' };

/** 401, the same for an unknown e-mail and for a password that is wrong or not right any more. */
export const signInRefused = () =>
  new Refusal('sign-in/refused', 401, 'The e-mail or the password is wrong.', [], CHALLENGE);
