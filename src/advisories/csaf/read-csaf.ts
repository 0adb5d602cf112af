import type { CsafFinding } from './mapping/finding';
import { type ScanLimits, scanJson } from './scan-json';

export interface ReadLimits extends ScanLimits {
  readonly bytes: number;
}

/**
 * 16 MiB holds the largest advisories in the field but a few. A product tree may have 30 levels of
 * branches (2.1 §6.1.34), each an object in a list, and some more below them: 68 levels of JSON.
 */
export const DEFAULT_READ_LIMITS: ReadLimits = { bytes: 16 * 1024 * 1024, depth: 80, values: 1_000_000 };

/** The parsed document, not yet validated, or why the bytes were refused. */
export type ReadOutcome = { readonly document: unknown } | { readonly findings: readonly CsafFinding[] };

function refused(rule: string, message: string): ReadOutcome {
  return { findings: [{ path: '', rule, message }] };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads the bytes of a CSAF document strictly, as I-JSON (RFC 7493) with bounds: UTF-8 without
 * errors, every name once in its object, no lone surrogates, no U+0000, nothing nested or repeated
 * beyond the limits. Paths in the findings are JSON pointers; syntax errors tell line and column.
 *
 * A byte order mark is refused, not stripped (RFC 8259 §8.1 forbids it to the sender): hash and
 * signature are over the bytes as sent, so what is read must be what was signed.
 */
export function readCsafBytes(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): ReadOutcome {
  const within = { ...DEFAULT_READ_LIMITS, ...limits };
  if (bytes.byteLength > within.bytes) {
    return refused('json size', `The document has ${bytes.byteLength} bytes; the most is ${within.bytes}.`);
  }
  const text = decode(bytes);
  if (text === null) return refused('json encoding', 'The document is not UTF-8 (RFC 8259 §8.1).');
  if (text.startsWith('\uFEFF')) {
    return refused('json encoding', 'The document begins with a byte order mark (RFC 8259 §8.1).');
  }
  const findings = scanJson(text, within);
  if (findings.length > 0) return { findings };
  return { document: JSON.parse(text) as unknown };
}
