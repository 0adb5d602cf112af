const INTEGER = /^(?:0|[1-9][0-9]*)$/;
const SEMANTIC =
  /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** What a first `tracking.version` is, seen from a second one. */
export type VersionOrder = 'older' | 'same' | 'newer' | 'not comparable';

// Numbers stay text: a version may have more digits than a JavaScript number keeps.
function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareIdentifiers(a: string, b: string): number {
  const numbers = [INTEGER.test(a), INTEGER.test(b)];
  if (numbers[0] && numbers[1]) return compareNumbers(a, b);
  if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Semantic Versioning 2.0.0 §11.3 and §11.4: a pre-release comes before its release. */
function comparePreReleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [place, identifier] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    const order = compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function inWords(order: number): VersionOrder {
  return order < 0 ? 'older' : order > 0 ? 'newer' : 'same';
}

/**
 * Compares two values of `tracking.version` (CSAF 2.0 §3.1.11, 2.1 §3.1.13): integer or semantic
 * versioning. A document must not mix the two kinds, and across kinds nothing says which is newer.
 * Build metadata does not count, as in Semantic Versioning 2.0.0 §10.
 */
export function compareVersion(a: string, b: string): VersionOrder {
  if (INTEGER.test(a) && INTEGER.test(b)) return inWords(compareNumbers(a, b));
  const [left, right] = [SEMANTIC.exec(a), SEMANTIC.exec(b)];
  if (left === null || right === null) return 'not comparable';
  for (const place of [1, 2, 3]) {
    const order = compareNumbers(left[place] ?? '0', right[place] ?? '0');
    if (order !== 0) return inWords(order);
  }
  return inWords(comparePreReleases(left[4], right[4]));
}
