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

/** The refusal of a key on a route for anyone: there a key could not be told from the same key of somebody else. */
export function noCallerToKnow(): Refusal {
  const detail = 'This route is for anyone, and keys are known by who uses them. Leave Idempotency-Key out.';
  return new Refusal('idempotency/no-caller', 422, detail);
}
