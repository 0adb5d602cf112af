export type PasswordFault =
  | 'password/too-short'
  | 'password/too-long'
  | 'password/contains-email'
  | 'password/repetitive'
  | 'password/common';

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;
/** A local part shorter than this is found in good passwords by chance. */
const TELLING_LENGTH = 4;

/** A password that begins anew after fewer characters than this is only as good as its first part. */
const LEAST_PERIOD = 8;
/** And one of fewer different characters than this is a pattern, not a secret. */
const LEAST_DIFFERENT = 5;
/** What guessing begins with. */
const COMMON = [
  'password',
  'passwort',
  'accord',
  'qwert',
  'azerty',
  'letmein',
  'changeme',
  'welcome',
  'iloveyou',
  'abcdef',
  '12345',
  '54321',
];
/** Signs that are typed for letters. */
const DISGUISES: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', $: 's', '3': 'e', '1': 'l' };

/** One spelling for what a person types: composed and decomposed letters are the same password. */
export const normalizePassword = (password: string): string => password.normalize('NFC');

/** What is wrong with a password for this e-mail, if anything. Lengths count characters, after NFC. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const normalized = normalizePassword(password);
  const length = [...normalized].length;
  if (length < PASSWORD_LENGTH.least) return 'password/too-short';
  if (length > PASSWORD_LENGTH.most) return 'password/too-long';
  const lower = normalized.toLowerCase();
  if (telling(email).some((word) => lower.includes(word))) return 'password/contains-email';
  if (isRepetitive([...normalized])) return 'password/repetitive';
  const plain = lower.replace(/[@0$31]/g, (sign) => DISGUISES[sign] ?? sign);
  if (COMMON.some((word) => lower.includes(word) || plain.includes(word))) return 'password/common';
  return undefined;
}

/** The e-mail's local part and the names in its domain, but for the last: an organization's is mostly its handle. */
function telling(email: string): string[] {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)].map((part) => part.toLowerCase());
  const names = domain?.split('.').slice(0, -1) ?? [];
  return [local ?? '', ...names].filter((word) => word.length >= TELLING_LENGTH);
}

/** One character over and over, a short part over and over, or hardly any different characters. */
function isRepetitive(characters: readonly string[]): boolean {
  if (new Set(characters).size < LEAST_DIFFERENT) return true;
  for (let period = 1; period < LEAST_PERIOD; period++)
    if (characters.every((character, n) => n < period || character === characters[n - period])) return true;
  return false;
}
