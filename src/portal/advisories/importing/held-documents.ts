import { gunzipSync, gzipSync } from 'node:zlib';

/** The same as the web API takes of one document. */
const LARGEST = 16 * 1024 * 1024;

/** A document between being tried and being imported: the page holds it, the server does not. */
export interface HeldDocument {
  readonly name: string;
  readonly bytes: Buffer;
}

/** As the text of a hidden field. */
export const held = ({ name, bytes }: HeldDocument): string =>
  `${encodeURIComponent(name)}:${gzipSync(bytes).toString('base64')}`;

/** @returns undefined for a text that no page has made */
export function unheld(text: string): HeldDocument | undefined {
  const [name = '', bytes = ''] = text.split(':');
  try {
    const document = gunzipSync(Buffer.from(bytes, 'base64'), { maxOutputLength: LARGEST });
    return { name: decodeURIComponent(name), bytes: document };
  } catch {
    return undefined;
  }
}
