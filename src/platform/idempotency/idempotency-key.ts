import type { Request } from 'express';
import { Refusal } from '../refusal';

const NAME = 'idempotency-key';
const KEY = /^[\x20-\x7e]{1,255}$/;

/**
 * The Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header), exactly as it was sent, quotes
 * included; undefined when there is none.
 * @throws Refusal 400 `idempotency/malformed-key` for a key that is empty, too long, no printable ASCII, or sent twice
 */
export function idempotencyKeyOf({ headers, rawHeaders }: Request): string | undefined {
  const key = headers[NAME];
  if (key === undefined) return undefined;
  const times = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === NAME).length;
  if (times === 1 && typeof key === 'string' && KEY.test(key)) return key;
  const detail = 'Idempotency-Key must be one text of 1 to 255 printable ASCII characters.';
  throw new Refusal('idempotency/malformed-key', 400, detail);
}

/** The refusal of a key where the answer holds a secret: it is kept nowhere, so it cannot be repeated. */
export function secretAnswer(): Refusal {
  const detail = 'This answer holds a secret that is shown once and kept nowhere. Leave Idempotency-Key out.';
  return new Refusal('idempotency/secret-answer', 422, detail);
}

/** The refusal of a key where what is sent is good once, so that the same request again is another one. */
export function keyNotOffered(): Refusal {
  const detail = 'What this route takes is good once, so no answer is repeated. Leave Idempotency-Key out.';
  return new Refusal('idempotency/not-offered', 422, detail);
}
