import type { Handling, HandlingInput, InformationType } from '../disclosure';
import type { CsafFacts } from './csaf/mapping/describe-csaf';

/** What the importer says of a whole batch, where the documents do not say it. */
export interface BatchHandling {
  readonly informationType?: InformationType;
  readonly categories?: readonly string[];
  readonly sectors?: readonly string[];
  /** `partners`: any team whose agreement admits it; otherwise the audience stays as it was, at first nobody. */
  readonly audience?: 'partners';
}

/** What the document and its importer say of how it may be handled; the rest stays as it was. */
export function importedHandling(
  facts: CsafFacts,
  former: Handling,
  { informationType, categories, sectors, audience }: BatchHandling,
): HandlingInput {
  const published =
    former.informationType === null && facts.hasVulnerabilities ? 'vulnerability_published' : undefined;
  return {
    tlp: facts.tlp ?? undefined,
    severity: facts.severity ?? undefined,
    information_type: informationType ?? published,
    categories: categories && [...categories],
    sectors: sectors && [...sectors],
    audience: audience && { include: audience },
    // Whom RED named is nobody's matter once the publisher has marked it otherwise.
    named_persons: facts.tlp !== null && facts.tlp !== 'RED' ? [] : undefined,
  };
}
