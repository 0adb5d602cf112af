const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Two letters, eight characters and one more; hyphens and case do not matter. */
const REFERENCE = /^([A-Z]{2})-?([0-9A-Z]{4})-?([0-9A-Z]{4})-?([0-9A-Z])$/;

/** What somebody typed: a reference as it is stored, one with an error in it, or something else. */
export type ReadReference =
  | { readonly is: 'reference'; readonly reference: string }
  | { readonly is: 'mistyped' }
  | { readonly is: 'other' };

/** The check character of ISO/IEC 7064, MOD 37,36, over digits and capital letters. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const total = (product + ALPHABET.indexOf(character)) % 36;
    product = ((total === 0 ? 36 : total) * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

/** Crockford's reading: what looks like a one or a zero is one. */
const plain = (text: string) => text.replaceAll('O', '0').replace(/[IL]/g, '1');

/** Reads a reference of an item, as `PK-7QX4-M2F9-3`, from what was heard over the telephone and typed. */
export function readReference(typed: string): ReadReference {
  const [, country, one, two, last] = REFERENCE.exec(typed.trim().toUpperCase()) ?? [];
  if (country === undefined || one === undefined || two === undefined || last === undefined)
    return { is: 'other' };
  const [first, second, check] = [plain(one), plain(two), plain(last)];
  if (checkCharacter(`${country}${first}${second}`) !== check) return { is: 'mistyped' };
  return { is: 'reference', reference: `${country}-${first}-${second}-${check}` };
}
