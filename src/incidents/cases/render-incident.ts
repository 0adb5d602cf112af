import { canonicalBytes } from '../../record';
import type { RenderedDocument, RenderInput } from '../../disclosure';

/**
 * The document that others read of an incident (projection `json`), as canonical bytes (RFC 8785). It has the
 * reader's own identifier and version number, and nothing internal: no author, no reporter, no note.
 */
export function renderIncident(input: RenderInput): RenderedDocument[] {
  const { externalId, reference, number, title, handling, owner, releasedAt, content, parts } = input;
  const { tlp, information_type, categories, sectors, severity, pap } = handling;
  const bytes = canonicalBytes({
    id: externalId,
    reference,
    type: 'incident',
    version: number,
    title,
    originator: owner.handle,
    tlp,
    information_type,
    categories,
    sectors,
    severity,
    pap,
    released_at: releasedAt.toISOString(),
    summary: content.summary,
    details: content.details ?? null,
    parts,
  });
  return [
    {
      projection: 'json',
      mediaType: 'application/json',
      fileName: `${externalId}.json`,
      path: `/api/v1/incidents/${externalId}`,
      bytes,
    },
  ];
}
