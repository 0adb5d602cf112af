import { Injectable } from '@nestjs/common';
import {
  applyHandling,
  ItemsStore,
  type ItemVersionRow,
  UNLABELLED,
  type VersionContent,
} from '../disclosure';
import { Organizations } from '../organizations';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';
import { compareVersion } from './csaf/mapping/compare-version';
import type { CsafFinding } from './csaf/mapping/finding';
import { CsafSourcesStore, type DefaultLabel } from './csaf-sources.store';
import { type ImportedDocument, readDocument } from './imported-document';
import { type BatchHandling, importedHandling } from './imported-handling';
import { OwnAdvisories } from './own-advisories';
import { isFindings } from './render-csaf';
import { type ImportVerdict, weighImport } from './rules/import-order';
import { type Note, notesOn } from './rules/notes';
import { isThirdParty } from './rules/third-party';

export interface ImportOptions extends BatchHandling {
  /** Report what would happen and store nothing. */
  readonly dryRun?: boolean;
}

/** What became of a document. */
export interface ImportReport {
  readonly outcome: 'accepted' | 'already_known' | 'refused';
  /** Absent when refused, and in a dry run of a new document. */
  readonly advisory?: string;
  readonly version?: number;
  readonly findings: readonly CsafFinding[];
  readonly notes: readonly Note[];
}

const refused = (findings: readonly CsafFinding[]): ImportReport => ({
  outcome: 'refused',
  findings,
  notes: [],
});

/** Takes in a CSAF document as an own advisory: its exact bytes, and beside them what Accord needs to know. */
@Injectable()
export class ImportAdvisory {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly organizations: Organizations,
    private readonly own: OwnAdvisories,
    private readonly sources: CsafSourcesStore,
    private readonly record: SharingRecord,
  ) {}

  /** A faulty document is reported, not thrown: in a batch it is nothing out of the ordinary. */
  async execute(bytes: Buffer, options: ImportOptions = {}): Promise<ImportReport> {
    const document = await readDocument(bytes);
    if (isFindings(document)) return refused(document);
    const verdict = await this.weigh(document);
    if (verdict.kind === 'refused') {
      const { rule, message } = verdict;
      return refused([{ path: '/document/tracking/version', rule, message }]);
    }
    const former = verdict.kind === 'first' ? undefined : await this.items.latest(verdict.itemId);
    const filed = await this.filedAs(document, former);
    const version = await this.versionOf(document, former, options, filed);
    const { thirdParty, tlp } = version;
    const notes = notesOn({ thirdParty, tlp, status: document.facts.trackingStatus, filed });
    if (verdict.kind === 'known') {
      const { itemId: advisory, number } = verdict;
      return { outcome: 'already_known', advisory, version: number, findings: [], notes };
    }
    const stored = options.dryRun
      ? { advisory: former?.itemId, version: (former?.number ?? 0) + 1 }
      : await this.store(document, former, version, filed);
    return { outcome: 'accepted', ...stored, findings: [], notes };
  }

  /** One document at a time under one name, so that two imports at once do not both come first. */
  private async weigh({ facts, sha256 }: ImportedDocument): Promise<ImportVerdict> {
    const { publisherNamespace, trackingId, trackingVersion } = facts;
    await this.transaction.lock(
      `csaf:${this.transaction.viewer.organizationId}:${publisherNamespace}:${trackingId}`,
    );
    const known = await this.sources.known(publisherNamespace, trackingId);
    return weighImport(
      known.map((source) => ({
        itemId: source.item_id,
        number: source.number,
        trackingVersion: source.tracking_version,
        order: compareVersion(trackingVersion, source.tracking_version),
        sameBytes: sha256.equals(source.document_sha256),
      })),
    );
  }

  /** What bears no label, nor was given one, is filed under that of the terms with who publishes it, if they name one. */
  private async filedAs(
    { facts }: ImportedDocument,
    former: ItemVersionRow | undefined,
  ): Promise<DefaultLabel | undefined> {
    if (facts.tlp !== null || (former && former.tlp !== null)) return undefined;
    return this.sources.defaultLabel(facts.publisherNamespace);
  }

  private async versionOf(
    { facts, bytes, title, content }: ImportedDocument,
    former: ItemVersionRow | undefined,
    options: BatchHandling,
    filed: DefaultLabel | undefined,
  ): Promise<VersionContent> {
    const before = former ?? UNLABELLED;
    const { namespace } = await this.organizations.byId(this.transaction.viewer.organizationId);
    return {
      ...(await applyHandling(
        before,
        { ...importedHandling(facts, before, options), ...(filed && { tlp: filed.label }) },
        this.own.resolve,
        this.own.requireOfficers,
      )),
      title,
      content,
      document: bytes,
      thirdParty: isThirdParty(facts.publisherNamespace, namespace, facts.tlp),
    };
  }

  private async store(
    { facts, sha256 }: ImportedDocument,
    former: ItemVersionRow | undefined,
    content: VersionContent,
    filed: DefaultLabel | undefined,
  ): Promise<{ advisory: string; version: number }> {
    const { id, itemId, number } = former
      ? await this.items.addVersion(former, content)
      : await this.items.create('advisory', content);
    const { publisherNamespace, trackingId, trackingVersion } = facts;
    const source = { publisherNamespace, trackingId, trackingVersion };
    await this.sources.add({ itemVersionId: id, itemId, ...source, documentSha256: sha256 });
    await this.record.appendToOwnHouse('advisory/imported', {
      by: this.transaction.person,
      item: itemId,
      version: number,
      publisher_namespace: publisherNamespace,
      tracking_id: trackingId,
      tracking_version: trackingVersion,
      sha256: sha256.toString('hex'),
      ...(filed && { label: filed.label, agreement: filed.agreement, clause: filed.clause }),
    });
    return { advisory: itemId, version: number };
  }
}
