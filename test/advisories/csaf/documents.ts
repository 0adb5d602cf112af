import type { CsafFinding } from '../../../src/advisories/csaf/mapping/finding';
import type { JsonObject } from '../../../src/advisories/csaf/mapping/json';
import type { CsafVersion } from '../../../src/advisories/csaf/mapping/tlp';

/** Everything in these documents is invented. */
const PUBLISHER = { category: 'coordinator', name: 'Corvia CERT', namespace: 'https://cert.corvia.example' };
const REVISION = { date: '2026-03-02T08:00:00Z', number: '1', summary: 'First edition' };
const TRACKING = {
  current_release_date: '2026-03-02T08:00:00Z',
  id: 'CORVIA-2026-0007',
  initial_release_date: '2026-03-02T08:00:00Z',
  revision_history: [REVISION],
  status: 'final',
  version: '1',
};
const HEAD = {
  category: 'csaf_base',
  csaf_version: '2.0',
  publisher: PUBLISHER,
  title: 'Invented flaw in the Larkspur mail gateway',
  tracking: TRACKING,
};

/** A small valid document of this version; `head` replaces properties of `document`. */
export function invented(
  version: CsafVersion = '2.0',
  head: JsonObject = {},
  rest: JsonObject = {},
): JsonObject {
  if (version === '2.0') return { document: { ...HEAD, ...head }, ...rest };
  return {
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: { ...HEAD, csaf_version: '2.1', distribution: { tlp: { label: 'AMBER' } }, ...head },
    ...rest,
  };
}

export function tracking(changes: JsonObject): JsonObject {
  return { ...TRACKING, ...changes };
}

/** The value at a path of names and positions; undefined where the path leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}

export function rulesOf(findings: readonly CsafFinding[]): string[] {
  return [...new Set(findings.map((finding) => finding.rule))];
}
