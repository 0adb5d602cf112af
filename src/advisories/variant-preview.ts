import type { ItemVersionRow, Tlp } from '../disclosure';
import type { Organization } from '../organizations';
import type { CsafInput } from './render-csaf';

/** A version with the label without which nothing leaves. */
export type Labelled = ItemVersionRow & { tlp: Tlp };

export const isLabelled = (version: ItemVersionRow): version is Labelled => version.tlp !== null;

/**
 * What the renderer would get of a version that has not left.
 * @param shown for whom: everybody, or a team with this identifier of its variant
 */
export function previewOf(
  { title, content, document, tlp, categories, sectors, severity, pap, informationType }: Labelled,
  { handle, name, namespace }: Organization,
  shown: Pick<CsafInput, 'history' | 'toPublic' | 'externalId' | 'parts'>,
): CsafInput {
  return {
    ...shown,
    title,
    content: { ...content },
    document,
    handling: { tlp, information_type: informationType ?? '', categories, sectors, severity, pap },
    owner: { handle, name, namespace },
  };
}
