import type { TrackingStatus } from './describe-csaf';
import type { JsonObject } from './json';
import { type CsafRevision, writeRevisions } from './revision';
import { type TlpLabel, writeDistribution } from './tlp';

/** An advisory as it was drafted in Accord, ready to be written as CSAF. */
export interface DraftedAdvisory {
  readonly trackingId: string;
  readonly publisher: {
    readonly name: string;
    /** A URL under the team's control (CSAF 2.0 §3.2.1.8.5). */
    readonly namespace: string;
    readonly category: 'coordinator' | 'discoverer' | 'other' | 'translator' | 'user' | 'vendor';
    readonly contact?: string;
  };
  readonly title: string;
  readonly summary: string;
  readonly details?: string;
  readonly recommendation?: string;
  readonly references: readonly { readonly summary: string; readonly url: string }[];
  readonly cves?: readonly string[];
  /** Parts with labels of their own, which may be narrower than that of the document. */
  readonly parts?: readonly {
    readonly kind: 'indicator' | 'statement' | 'field';
    readonly title: string;
    readonly text: string;
    readonly tlp: string;
    readonly pap: string | null;
  }[];
  /** BCP 47. */
  readonly lang: string;
  readonly tlp: TlpLabel;
  /** Integer versioning; equals the number of the newest revision (§6.1.16). */
  readonly version: string;
  /** RFC 3339 with a zone. */
  readonly initialRelease: string;
  readonly currentRelease: string;
  readonly revisions: readonly CsafRevision[];
  readonly status: TrackingStatus;
}

const CATEGORY_OF = { indicator: 'other', statement: 'general', field: 'details' } as const;

/** CSAF labels whole documents only, so the label of a part is told with its title. */
function partNote(part: NonNullable<DraftedAdvisory['parts']>[number]): JsonObject {
  const labels = [`TLP:${part.tlp}`, ...(part.pap === null ? [] : [`PAP:${part.pap}`])];
  return { category: CATEGORY_OF[part.kind], title: `${part.title} (${labels.join(', ')})`, text: part.text };
}

function notesOf(advisory: DraftedAdvisory): JsonObject[] {
  const notes = [
    { category: 'summary', title: 'Summary', text: advisory.summary },
    { category: 'details', title: 'Details', text: advisory.details ?? '' },
    // CSAF has no category for advice that is tied to no product; *general* is what is left.
    { category: 'general', title: 'Recommendation', text: advisory.recommendation ?? '' },
  ];
  return [...notes.filter((note) => note.text !== ''), ...(advisory.parts ?? []).map(partNote)];
}

/** The profile wants an external reference (§6.1.27.2); without one the reader is led to the team. */
function referencesOf({ references, publisher }: DraftedAdvisory): JsonObject[] {
  const given = references.length > 0 ? references : [{ summary: publisher.name, url: publisher.namespace }];
  return given.map(({ summary, url }) => ({ category: 'external', summary, url }));
}

function publisherOf({ publisher }: DraftedAdvisory): JsonObject {
  const { category, contact, name, namespace } = publisher;
  return { category, ...(contact === undefined ? {} : { contact_details: contact }), name, namespace };
}

/**
 * Writes an advisory drafted in Accord as CSAF 2.0, profile 2, *Security Incident Response* (§4.2):
 * the profile that speaks of an incident and needs no product tree.
 */
export function composeCsaf(advisory: DraftedAdvisory): JsonObject {
  const cves = [...new Set(advisory.cves ?? [])];
  return {
    document: {
      category: 'csaf_security_incident_response',
      csaf_version: '2.0',
      distribution: writeDistribution('2.0', advisory.tlp),
      lang: advisory.lang,
      notes: notesOf(advisory),
      publisher: publisherOf(advisory),
      references: referencesOf(advisory),
      title: advisory.title,
      tracking: {
        current_release_date: advisory.currentRelease,
        id: advisory.trackingId,
        initial_release_date: advisory.initialRelease,
        revision_history: writeRevisions(advisory.revisions),
        status: advisory.status,
        version: advisory.version,
      },
    },
    ...(cves.length === 0 ? {} : { vulnerabilities: cves.map((cve) => ({ cve })) }),
  };
}
