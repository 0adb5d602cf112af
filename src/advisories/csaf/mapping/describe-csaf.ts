import type { CsafFinding } from './finding';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from './json';
import { highestBaseScore, type Severity, severityOf } from './severity';
import { refuseSharingGroup } from './sharing-group';
import { type CsafVersion, readTlp, type TlpLabel } from './tlp';

export type TrackingStatus = 'draft' | 'interim' | 'final';

/** What Accord needs to know of a CSAF document to store, list and weigh it. */
export interface CsafFacts {
  readonly csafVersion: CsafVersion;
  readonly publisherNamespace: string;
  readonly publisherName: string;
  readonly trackingId: string;
  readonly trackingVersion: string;
  readonly revisionCount: number;
  readonly trackingStatus: TrackingStatus;
  /** As written, RFC 3339 with a zone. */
  readonly initialReleaseDate: string;
  readonly currentReleaseDate: string;
  readonly title: string;
  readonly category: string;
  readonly lang: string | null;
  /** Null when the document bears no label; CSAF 2.0 does not require one. */
  readonly tlp: TlpLabel | null;
  readonly summary: string | null;
  readonly cves: readonly string[];
  readonly hasVulnerabilities: boolean;
  readonly maxBaseScore: number | null;
  readonly severity: Severity | null;
  /** The id of the public sharing group when the document names it; any other group is refused. */
  readonly sharingGroup: string | null;
}

const REQUIRED = [
  ['csafVersion', 'csaf_version'],
  ['publisherNamespace', 'publisher', 'namespace'],
  ['publisherName', 'publisher', 'name'],
  ['trackingId', 'tracking', 'id'],
  ['trackingVersion', 'tracking', 'version'],
  ['trackingStatus', 'tracking', 'status'],
  ['initialReleaseDate', 'tracking', 'initial_release_date'],
  ['currentReleaseDate', 'tracking', 'current_release_date'],
  ['title', 'title'],
  ['category', 'category'],
] as const;

type RequiredFact = (typeof REQUIRED)[number][0];

function missing(path: string, message: string): CsafFinding {
  return { path: `/document/${path}`, rule: 'accord facts', message };
}

function readRequired(head: JsonObject): {
  facts: Partial<Record<RequiredFact, string>>;
  findings: CsafFinding[];
} {
  const facts: Partial<Record<RequiredFact, string>> = {};
  const findings: CsafFinding[] = [];
  for (const [fact, first, second] of REQUIRED) {
    const value = second === undefined ? textAt(head, first) : textAt(objectAt(head, first), second);
    const path = second === undefined ? first : `${first}/${second}`;
    if (value === null) findings.push(missing(path, 'This text is required and missing.'));
    else facts[fact] = value;
  }
  return { facts, findings };
}

function isCsafVersion(version: string | undefined): version is CsafVersion {
  return version === '2.0' || version === '2.1';
}

function isTrackingStatus(status: string | undefined): status is TrackingStatus {
  return status === 'draft' || status === 'interim' || status === 'final';
}

function cvesOf(vulnerabilities: readonly JsonObject[]): string[] {
  const cves = vulnerabilities.map((vulnerability) => textAt(vulnerability, 'cve'));
  return [...new Set(cves.filter((cve) => cve !== null))];
}

function summaryOf(head: JsonObject): string | null {
  const note = objectsAt(head, 'notes').find((candidate) => candidate['category'] === 'summary');
  return note === undefined ? null : textAt(note, 'text');
}

/**
 * Reads the facts of a CSAF 2.0 or 2.1 document (§3.2.1, in 2.1 §3.2.2), or says why it cannot be
 * taken in. It does not replace validation, and it does not rely on it either: a document that
 * lacks a fact gives findings, never an exception.
 */
export function describeCsaf(document: unknown): CsafFacts | CsafFinding[] {
  const root = isObject(document) ? document : {};
  const head = objectAt(root, 'document');
  const { facts, findings } = readRequired(head);
  const { csafVersion, trackingStatus, ...texts } = facts;
  if (!isCsafVersion(csafVersion)) {
    return [...findings, missing('csaf_version', 'Accord reads CSAF 2.0 and 2.1.')];
  }
  if (!isTrackingStatus(trackingStatus)) {
    findings.push(missing('tracking/status', 'The status is one of draft, interim and final.'));
  }
  const distribution = objectAt(head, 'distribution');
  const tlp = readTlp(csafVersion, distribution);
  if (tlp === 'unknown') {
    findings.push(missing('distribution/tlp/label', `CSAF ${csafVersion} has no such TLP label.`));
  }
  const label = tlp === 'unknown' ? null : tlp;
  const refusal = refuseSharingGroup(distribution, label);
  if (refusal !== null) findings.push(refusal);
  if (findings.length > 0 || !isTrackingStatus(trackingStatus) || !hasAll(texts)) return findings;

  const vulnerabilities = objectsAt(root, 'vulnerabilities');
  const maxBaseScore = highestBaseScore(vulnerabilities);
  return {
    ...texts,
    csafVersion,
    trackingStatus,
    revisionCount: objectsAt(objectAt(head, 'tracking'), 'revision_history').length,
    lang: textAt(head, 'lang'),
    tlp: label,
    summary: summaryOf(head),
    cves: cvesOf(vulnerabilities),
    hasVulnerabilities: vulnerabilities.length > 0,
    maxBaseScore,
    severity: maxBaseScore === null ? null : severityOf(maxBaseScore),
    sharingGroup: textAt(objectAt(distribution, 'sharing_group'), 'id'),
  };
}

type RequiredText = Exclude<RequiredFact, 'csafVersion' | 'trackingStatus'>;

function hasAll(texts: Partial<Record<RequiredText, string>>): texts is Record<RequiredText, string> {
  return REQUIRED.every(([fact]) => fact === 'csafVersion' || fact === 'trackingStatus' || fact in texts);
}
