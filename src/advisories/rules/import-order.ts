/** An earlier import under the same namespace and tracking id, as the new document compares with it. */
export interface Earlier {
  readonly itemId: string;
  /** Version of the advisory that it made. */
  readonly number: number;
  readonly trackingVersion: string;
  /** What the new document's version is, seen from this one's. */
  readonly order: 'older' | 'same' | 'newer' | 'not comparable';
  readonly sameBytes: boolean;
}

/** What becomes of a document that is in order by itself. */
export type ImportVerdict =
  | { readonly kind: 'first' }
  | { readonly kind: 'newer'; readonly itemId: string }
  | { readonly kind: 'known'; readonly itemId: string; readonly number: number }
  | { readonly kind: 'refused'; readonly rule: string; readonly message: string };

const refused = (rule: string, message: string): ImportVerdict => ({ kind: 'refused', rule, message });

/**
 * Weighs a document against what was imported under its namespace and tracking id before (oldest first). A version
 * once published never changes (CSAF 2.0 §3.2.1.12), and an older one never follows a newer.
 */
export function weighImport(earlier: readonly Earlier[]): ImportVerdict {
  const last = earlier.at(-1);
  if (last === undefined) return { kind: 'first' };
  const same = earlier.filter(({ order }) => order === 'same');
  const known = same.find(({ sameBytes }) => sameBytes);
  if (known) return { kind: 'known', itemId: known.itemId, number: known.number };
  if (same.length > 0)
    return refused(
      'accord same-version',
      'This version was imported before, with other bytes. A changed document needs a higher version.',
    );
  const { order, trackingVersion } = last;
  if (order === 'not comparable')
    return refused(
      'accord incomparable-version',
      `Integer and semantic versioning are not mixed: nothing says whether this follows version ${trackingVersion}.`,
    );
  if (order === 'older')
    return refused(
      'accord older-version',
      `A later version, ${trackingVersion}, was imported before this one.`,
    );
  return { kind: 'newer', itemId: last.itemId };
}
