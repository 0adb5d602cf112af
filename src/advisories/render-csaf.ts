import type { RenderInput } from '../disclosure';
import { canonicalBytes } from '../record';
import { type AdvisoryContent, contentOf } from './advisory-content';
import { composeCsaf } from './csaf/mapping/compose-advisory';
import { deriveVariant } from './csaf/mapping/derive-variant';
import { csafFileName } from './csaf/mapping/filename-csaf';
import type { CsafFinding } from './csaf/mapping/finding';
import type { JsonObject } from './csaf/mapping/json';
import type { CsafRevision } from './csaf/mapping/revision';
import { TLP_LABELS, type TlpLabel } from './csaf/mapping/tlp';

/** What the CSAF document of a variant is made from. */
export type CsafInput = Pick<
  RenderInput,
  'title' | 'externalId' | 'content' | 'document' | 'handling' | 'owner' | 'history' | 'toPublic' | 'parts'
>;

/** The CSAF document of a variant, exactly as it will leave. */
export interface RenderedCsaf {
  readonly trackingId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

type Revisions = readonly [CsafRevision, ...CsafRevision[]];

/**
 * The revision history that a variant has had: its own numbers and dates, so that it tells nothing of versions that
 * its readers never had. Dates rise strictly, as the order of revisions is read from them (§6.1.14).
 */
function revisionsOf(history: RenderInput['history']): Revisions {
  let last = 0;
  const revisions = history.map(({ number, madeAt }) => {
    last = Math.max(Date.parse(madeAt), last + 1);
    const summary = number === 1 ? 'First version' : 'New version';
    return { number: String(number), date: new Date(last).toISOString(), summary };
  });
  const [first, ...rest] = revisions;
  if (!first) throw new Error('A variant has had at least the version that is rendered.');
  return [first, ...rest];
}

function compose(input: CsafInput, content: AdvisoryContent, tlp: TlpLabel): JsonObject | CsafFinding[] {
  const { namespace, name } = input.owner;
  if (namespace === null) {
    const message = 'CSAF names its publisher by an https namespace, and your organization has none.';
    return [{ path: '/document/publisher/namespace', rule: 'accord namespace', message }];
  }
  const revisions = revisionsOf(input.history);
  const last = revisions.at(-1) ?? revisions[0];
  return composeCsaf({
    trackingId: content.tracking_id,
    publisher: { name, namespace, category: 'coordinator' },
    title: input.title,
    summary: content.summary ?? '',
    details: content.details ?? undefined,
    recommendation: content.recommendation ?? undefined,
    references: content.references,
    cves: content.cves,
    parts: input.parts,
    lang: content.lang ?? 'en',
    tlp,
    version: last.number,
    initialRelease: revisions[0].date,
    currentRelease: last.date,
    revisions,
    status: 'final',
  });
}

const rendered = (trackingId: string, bytes: Buffer): RenderedCsaf => ({
  trackingId,
  fileName: csafFileName(trackingId),
  bytes,
});

/**
 * The CSAF document of a variant, or why there is none. Everybody gets the original: the imported bytes, or the
 * composed document. A team gets a variant with an identity of its own (2.1 §9.1.8); so does everybody where the
 * original bears no label, since a label makes it another document.
 */
export function csafOf(input: CsafInput): RenderedCsaf | CsafFinding[] {
  const content = contentOf(input.content);
  const tlp = TLP_LABELS.find((label) => label === input.handling.tlp);
  if (tlp === undefined)
    return [{ path: '/document/distribution/tlp', rule: 'accord unlabelled', message: 'There is no label.' }];
  if (input.document && input.toPublic && content.imported?.tlp)
    return rendered(content.tracking_id, input.document);
  const original = input.document
    ? (JSON.parse(input.document.toString('utf8')) as JsonObject)
    : compose(input, content, tlp);
  if (isFindings(original)) return original;
  if (!input.document && input.toPublic) return rendered(content.tracking_id, canonicalBytes(original));
  const { externalId, history } = input;
  const variant = deriveVariant(original, { externalId, tlp, revisions: revisionsOf(history) });
  if (isFindings(variant)) return variant;
  return rendered(`${externalId}-${content.tracking_id}`, canonicalBytes(variant));
}

/** Tells findings from what was to be found faulty. */
export function isFindings<T extends object>(outcome: T | CsafFinding[]): outcome is CsafFinding[] {
  return Array.isArray(outcome);
}
