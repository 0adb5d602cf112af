import { Refusal } from '../platform/refusal';

/**
 * The number of a terms version in a path, which is read as text: a number in the signature would let `1.0` and
 * `1e0` through. @throws Refusal 404: there is nothing at any other path
 */
export function termsNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw Refusal.notFound();
  return Number(text);
}
