import type { NextFunction, Request, Response } from 'express';
import { Refusal } from './refusal';

/** What body parsers throw, by the type that they give their errors. */
const FAULTS: Readonly<Record<string, () => Refusal>> = {
  'entity.parse.failed': () => new Refusal('malformed-json', 400, 'The body is not well-formed JSON.'),
  'entity.too.large': () => new Refusal('too-large', 413, 'The body is larger than this route accepts.'),
  'encoding.unsupported': () =>
    new Refusal('unsupported-encoding', 415, 'The content encoding is not supported.'),
  'charset.unsupported': () => new Refusal('unsupported-charset', 415, 'The character set must be UTF-8.'),
};

/** The refusal for what a body parser throws; undefined for other errors. */
export function bodyFault(error: unknown): Refusal | undefined {
  return FAULTS[(error as { type?: string } | null)?.type ?? '']?.();
}

/** Stands right after the body parsers: further on, Nest would make every one of their errors the same. */
export function tellBodyFaults(error: unknown, _: Request, _response: Response, next: NextFunction): void {
  next(bodyFault(error) ?? error);
}
