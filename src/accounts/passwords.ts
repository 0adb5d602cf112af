import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { type FieldError, Refusal } from '../platform/refusal';
import { normalizePassword, type PasswordFault, passwordFault } from './rules/password';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. Argon2id is the library's own choice. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SENTENCES: Record<PasswordFault, string> = {
  'password/too-short': 'must hold at least 12 characters',
  'password/too-long': 'must hold at most 128 characters',
  'password/contains-email': 'must not contain a name in the e-mail address',
  'password/repetitive': 'must not be one short part over and over',
  'password/common': 'must not contain what is guessed first, as “password”, “accord” or “12345”',
};

/** The argon2id hash of a password, in PHC notation. */
export const hashPassword = (password: string): Promise<string> => hash(normalizePassword(password), COST);

/**
 * @param field what the input calls the password
 * @throws Refusal 422 for a password that is too short, too long, made from the e-mail or guessed soon
 */
export function refuseWeakPassword(password: string, email: string, field = 'password'): void {
  const fault = passwordFault(password, email);
  if (!fault) return;
  const error: FieldError = { field, rule: fault, message: SENTENCES[fault] };
  throw Refusal.invalid(error);
}

/** Compares passwords with hashes, and does the same work when there is no hash to compare with. */
@Injectable()
export class Passwords {
  private readonly nobodys = hashPassword(randomBytes(32).toString('base64url'));

  async matches(password: string, expected: string | undefined): Promise<boolean> {
    const matching = await verify(expected ?? (await this.nobodys), normalizePassword(password));
    return matching && expected !== undefined;
  }
}
