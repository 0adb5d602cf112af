import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { LETTERS } from '../credentials/key-format';
import { hashToken } from '../credentials/one-time-token';

/** What every authenticator app assumes (RFC 6238 §1.2); the period is in seconds. */
const PARAMETERS = { issuer: 'Accord', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** How many periods a clock may be off, to either side (RFC 6238 §5.2). */
const WINDOW = 1;
const RECOVERY_CODES = 10;

/** A new shared secret of 160 bits, as RFC 4226 §4 recommends. */
export const makeSecret = (): Uint8Array => new Secret({ size: 20 }).bytes;

const totp = (bytes: Uint8Array, label = '') =>
  new TOTP({ ...PARAMETERS, label, secret: new Secret({ buffer: Uint8Array.from(bytes).buffer }) });

/** The secret as an app takes it in: as text, and as the address behind a QR code. */
export function writeSecret(bytes: Uint8Array, email: string): { secret: string; otpauth_uri: string } {
  const generator = totp(bytes, email);
  return { secret: generator.secret.base32, otpauth_uri: generator.toString() };
}

/** The period whose code this is, counted since 1970; undefined for a code of no period near the instant. */
export function periodOf(bytes: Uint8Array, code: string, at: Date): number | undefined {
  const timestamp = at.getTime();
  const delta = totp(bytes).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PARAMETERS.period) + delta;
}

/** Whether a code is one of an app; otherwise it is meant as a recovery code. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** New recovery codes of 80 random bits, for a person to keep on paper. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    ).join('-'),
  );

/** What is stored of a recovery code; spaces, dashes and capitals make no difference. */
export const hashRecoveryCode = (code: string): Buffer => hashToken(code.replace(/[\s-]/g, '').toLowerCase());
