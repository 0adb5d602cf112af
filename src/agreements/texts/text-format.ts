/** What a text may be, by the first bytes of each. */
export const TEXT_TYPES = ['application/pdf', 'text/plain'] as const;
export type TextType = (typeof TEXT_TYPES)[number];

/** Of one text, in bytes. */
export const LARGEST_TEXT = 8 * 1024 * 1024;

/** Of all languages of some terms, those that were replaced included: all of them stay. */
export const MOST_TEXTS = 50;

const EXTENSION: Readonly<Record<TextType, string>> = { 'application/pdf': 'pdf', 'text/plain': 'txt' };

/** A name under which a browser keeps it; none of it comes from who uploaded it. */
export const fileNameOf = (reference: string, terms: number, language: string, type: TextType): string =>
  `${reference}-terms-${terms}-${language}.${EXTENSION[type]}`;

/** Characters that no text holds, tab, line breaks and form feed apart. */
const hasControls = (text: string): boolean => /(?![\t\n\f\r])\p{Cc}/u.test(text);

/** A PDF by its first bytes; plain text if all of it is UTF-8 without control characters. Null: neither. */
export function typeOf(bytes: Buffer): TextType | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return hasControls(text) ? null : 'text/plain';
  } catch {
    return null;
  }
}
