export type PasswordFault = 'password/too-short' | 'password/too-long' | 'password/contains-email';

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;
/** A local part shorter than this is found in good passwords by chance. */
const TELLING_LENGTH = 4;

/** One spelling for what a person types: composed and decomposed letters are the same password. */
export const normalizePassword = (password: string): string => password.normalize('NFC');

/** What is wrong with a password for this e-mail, if anything. Lengths count characters, after NFC. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const normalized = normalizePassword(password);
  const length = [...normalized].length;
  if (length < PASSWORD_LENGTH.least) return 'password/too-short';
  if (length > PASSWORD_LENGTH.most) return 'password/too-long';
  const local = email.slice(0, email.lastIndexOf('@')).toLowerCase();
  if (local.length >= TELLING_LENGTH && normalized.toLowerCase().includes(local))
    return 'password/contains-email';
  return undefined;
}
