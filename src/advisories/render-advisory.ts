import type { RenderedDocument, RenderInput } from '../disclosure';
import { canonicalBytes } from '../record';
import { contentOf } from './advisory-content';
import { csafOf, isFindings } from './render-csaf';

/** The JSON projection: texts and labels, and no identifier but those that the reader knows this variant by. */
function jsonOf(input: RenderInput, trackingId: string | null): object {
  const { lang, summary, details, recommendation, references, cves, imported } = contentOf(input.content);
  const { handle, name, namespace } = input.owner;
  return {
    id: input.externalId,
    reference: input.reference,
    type: input.kind,
    version: input.number,
    title: input.title,
    originator: handle,
    publisher: imported?.publisher ?? { name, namespace },
    ...input.handling,
    released_at: input.releasedAt.toISOString(),
    summary,
    details,
    recommendation,
    references,
    cves,
    parts: input.parts,
    tracking_id: trackingId,
    lang,
  };
}

/**
 * What leaves of an advisory: JSON, and CSAF where it can be written. What cannot was refused at release; should it
 * turn up all the same, the rest of a list must not fall with it.
 */
export function renderAdvisory(input: RenderInput): RenderedDocument[] {
  const path = `/api/v1/advisories/${input.externalId}`;
  const mediaType = 'application/json';
  const csaf = csafOf(input);
  const json: RenderedDocument = {
    projection: 'json',
    mediaType,
    fileName: `${input.externalId}.json`,
    path,
    bytes: canonicalBytes(jsonOf(input, isFindings(csaf) ? null : csaf.trackingId)),
  };
  if (isFindings(csaf)) return [json];
  const { fileName, bytes } = csaf;
  return [json, { projection: 'csaf', mediaType, fileName, path: `${path}/csaf`, bytes }];
}
