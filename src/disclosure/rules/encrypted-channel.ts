import type { Question } from './question';
import type { Channel } from './vocabulary';

/** Of which it is known that they are encrypted: the exchange faces and the portal by TLS, mail as terms know it. */
const KNOWN: readonly (Channel | 'message')[] = ['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail'];

/**
 * Whether what is asked for goes encrypted: by a channel that always is, or by one of which the question says so. What is
 * not known is not. app.carried_by() says the same of lists.
 */
export const goesEncrypted = ({ channel, encrypted }: Question): boolean =>
  channel !== null && (KNOWN.includes(channel) || encrypted === true);

/** Channels without those that may not be encrypted. */
export const encryptedOf = (channels: 'any' | readonly Channel[]): Channel[] =>
  (channels === 'any' ? KNOWN : channels).filter(
    (one): one is Channel => one !== 'message' && KNOWN.includes(one),
  );
