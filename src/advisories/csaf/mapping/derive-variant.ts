import { csafFileName } from './filename-csaf';
import type { CsafFinding } from './finding';
import { isObject, type JsonObject, objectAt, objectsAt, textAt, without } from './json';
import { type CsafRevision, writeRevisions } from './revision';
import { type CsafVersion, type TlpLabel, writeDistribution } from './tlp';

/** What makes one audience's copy differ from the original. */
export interface CsafVariant {
  /** The variant's own identifier; it comes before the original's in the new tracking id. */
  readonly externalId: string;
  /** The label of the item for which the variant is made. */
  readonly tlp: TlpLabel;
  /** The variant's own history, oldest first; its last entry is the variant's version. */
  readonly revisions: readonly [CsafRevision, ...CsafRevision[]];
  /** Where the original is published, when that is known better than from the document. */
  readonly originalUrl?: string;
  /** Where this variant itself will be served; it becomes its canonical URL (§6.2.11). */
  readonly ownUrl?: string;
}

function isSelf(reference: JsonObject): boolean {
  return reference['category'] === 'self';
}

/** The canonical URL (§6.2.11) if the original gives one, or else any other URL of its own. */
function ownUrlOf(references: readonly JsonObject[], trackingId: string): string | null {
  const urls = references.filter(isSelf).map((reference) => textAt(reference, 'url'));
  const canonical = urls.find(
    (url) => url?.startsWith('https://') && url.endsWith(`/${csafFileName(trackingId)}`),
  );
  return canonical ?? urls.find((url) => url !== null) ?? null;
}

/**
 * The reference to the original comes first (§9.1.8). `self` means *this same document*, which the
 * original and its renderings no longer are: their links stay, as links to something external.
 */
function referencesOf(head: JsonObject, trackingId: string, variant: CsafVariant): JsonObject[] {
  const existing = objectsAt(head, 'references');
  const url =
    variant.originalUrl ?? ownUrlOf(existing, trackingId) ?? objectAt(head, 'publisher')['namespace'];
  const original = { category: 'external', summary: `Original advisory ${trackingId}`, url };
  const own = { category: 'self', summary: 'The canonical URL of this variant', url: variant.ownUrl };
  const others = existing
    .filter((reference) => !(isSelf(reference) && reference['url'] === url))
    .map((reference) => (isSelf(reference) ? { ...reference, category: 'external' } : reference));
  return [original, ...(variant.ownUrl === undefined ? [] : [own]), ...others];
}

/**
 * A new identity and a new history: whoever modifies a document starts its own revision history
 * (2.1 §3.2.2.12.6), from which a downloader learns that there is something to fetch.
 *
 * `aliases` are alternate names *of the same document* (§3.2.1.12.1). They are dropped, and the
 * original's id is not put among them: a reader that matches by alias would take the variant for
 * the original and stop looking for it.
 */
function trackingOf(tracking: JsonObject, trackingId: string, variant: CsafVariant): JsonObject {
  const [first] = variant.revisions;
  const last = variant.revisions.at(-1) ?? first;
  return {
    ...without(tracking, 'aliases'),
    id: `${variant.externalId}-${trackingId}`,
    initial_release_date: first.date,
    current_release_date: last.date,
    revision_history: writeRevisions(variant.revisions),
    version: last.number,
  };
}

function refusal(path: string, message: string): CsafFinding[] {
  return [{ path, rule: 'accord variant', message }];
}

/**
 * A modified copy of a CSAF document for one audience (conformance clause 8, *CSAF modifier*,
 * 2.0 and 2.1 §9.1.8): another tracking id, own identifier first and the original's as suffix; the
 * original as first reference; the item's TLP label in the words of the document's CSAF version.
 * The rest stays as it was. The original is not changed; parts that are alike are shared with it.
 *
 * Gives findings when the document has no version or tracking id, or the identifier is not one.
 */
export function deriveVariant(document: JsonObject, variant: CsafVariant): JsonObject | CsafFinding[] {
  const head = document['document'];
  if (!isObject(head)) return refusal('/document', 'There is no document to derive a variant from.');
  const version = head['csaf_version'];
  if (version !== '2.0' && version !== '2.1') {
    return refusal('/document/csaf_version', 'A variant can be derived from CSAF 2.0 and 2.1.');
  }
  const tracking = objectAt(head, 'tracking');
  const trackingId = textAt(tracking, 'id');
  if (trackingId === null) return refusal('/document/tracking/id', 'The original has no tracking id.');
  if (!/^\S(?:.*\S)?$/.test(variant.externalId)) {
    return refusal(
      '/document/tracking/id',
      'The identifier of the variant is empty or has white space at its ends.',
    );
  }
  return { ...document, document: headOf(head, version, tracking, trackingId, variant) };
}

function headOf(
  head: JsonObject,
  version: CsafVersion,
  tracking: JsonObject,
  trackingId: string,
  variant: CsafVariant,
): JsonObject {
  return {
    ...head,
    distribution: writeDistribution(version, variant.tlp, objectAt(head, 'distribution')),
    references: referencesOf(head, trackingId, variant),
    tracking: trackingOf(tracking, trackingId, variant),
  };
}
