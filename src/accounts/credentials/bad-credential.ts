import { Refusal } from '../../platform/refusal';

/** Both ways to present a credential. RFC 6750 §3: a challenge names an error only if one was presented. */
export const challenge = (error?: string) => ({
  'WWW-Authenticate': `Bearer realm="accord"${error ? `, error="${error}"` : ''}, Basic realm="accord", charset="UTF-8"`,
});

/** For a credential that is not accepted, whatever the reason. */
export const badCredential = () =>
  new Refusal(
    'credential/invalid',
    401,
    'The credential is not valid, or no longer, or not from here.',
    [],
    challenge('invalid_token'),
  );
