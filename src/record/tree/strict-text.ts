/**
 * The octets of standard base64 (RFC 4648 §4) in the one form that encoding them gives, with its padding and without
 * white space: no two texts stand for the same octets.
 * @returns undefined for any other text
 */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** A whole number in decimal without leading zeros, as far as it is below 2^53. @returns undefined for any other text */
export function fromDecimal(text: string): number | undefined {
  const value = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}
