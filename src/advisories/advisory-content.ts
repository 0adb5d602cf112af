import type { Tlp } from '../disclosure';
import type { TrackingStatus } from './csaf/mapping/describe-csaf';

/** Something to read besides the advisory. */
export interface Reference {
  readonly summary: string;
  readonly url: string;
}

/** What an imported document says of itself, which no edit may contradict. */
export interface ImportedFacts {
  readonly publisher: { readonly name: string; readonly namespace: string };
  readonly status: TrackingStatus;
  /** The label that the document bears; null when it bears none. */
  readonly tlp: Tlp | null;
}

/** The `content` of an advisory's version: its texts. Where it was imported, the document itself lies beside it. */
export interface AdvisoryContent {
  /** The id of the advisory as CSAF knows it, before any variant is derived. */
  readonly tracking_id: string;
  /** BCP 47; null when an imported document does not say. */
  readonly lang: string | null;
  readonly summary: string | null;
  readonly details: string | null;
  readonly recommendation: string | null;
  readonly references: readonly Reference[];
  readonly cves: readonly string[];
  readonly imported: ImportedFacts | null;
}

/** The content of an advisory's version as it was stored: this capability writes nothing else there. */
export const contentOf = (content: object): AdvisoryContent => content as AdvisoryContent;
