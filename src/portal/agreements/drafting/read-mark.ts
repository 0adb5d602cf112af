import { createHash } from 'node:crypto';

/** Names what was read as sentences, so that nothing else is kept: what was changed since has another. */
export const readMark = (read: unknown): string =>
  createHash('sha256').update(JSON.stringify(read)).digest('base64url');
