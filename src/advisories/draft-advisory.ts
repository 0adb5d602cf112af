import { Injectable } from '@nestjs/common';
import { applyHandling, DerivedItems, HeldItems, ItemsStore, readPart, UNLABELLED } from '../disclosure';
import { Organizations } from '../organizations';
import { isUuid } from '../platform/ids';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';
import type { DraftAdvisoryBody } from './advisories.dto';
import { AdvisoriesStore } from './advisories.store';
import type { AdvisoryContent } from './advisory-content';
import { OwnAdvisories } from './own-advisories';
import { newTrackingId } from './tracking-id';

/** An analyst drafts an advisory. It is her organization's alone until another person releases it. */
@Injectable()
export class DraftAdvisory {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly organizations: Organizations,
    private readonly own: OwnAdvisories,
    private readonly store: AdvisoriesStore,
    private readonly record: SharingRecord,
    private readonly held: HeldItems,
    private readonly derived: DerivedItems,
  ) {}

  /** @returns the id of the advisory @throws Refusal 422 naming the field */
  async execute(body: DraftAdvisoryBody): Promise<string> {
    const { title, from_case: caseId, derived_from: from, handling = {}, parts } = body;
    if (caseId !== undefined) await this.refuseUnknownCase(caseId);
    const source = from === undefined ? undefined : await this.held.require(from, 'derived_from');
    const { itemId, number } = await this.items.create('advisory', {
      ...(await applyHandling(UNLABELLED, handling, this.own.resolve, this.own.requireOfficers)),
      title,
      content: await this.contentOf(body),
      document: null,
      thirdParty: source !== undefined && source.tlp !== 'CLEAR',
      parts: parts?.map(readPart),
    });
    if (caseId !== undefined) await this.store.linkCase(itemId, caseId);
    if (source) await this.derived.declare(itemId, source);
    await this.record.appendToOwnHouse('advisory/drafted', {
      by: this.transaction.person,
      item: itemId,
      version: number,
    });
    return itemId;
  }

  private async contentOf(body: DraftAdvisoryBody): Promise<AdvisoryContent> {
    const { at, viewer } = this.transaction;
    const { handle } = await this.organizations.byId(viewer.organizationId);
    return {
      tracking_id: newTrackingId(handle, at),
      lang: body.lang ?? 'en',
      summary: body.summary,
      details: body.details ?? null,
      recommendation: body.recommendation ?? null,
      references: body.references ?? [],
      cves: body.cves ?? [],
      imported: null,
    };
  }

  private async refuseUnknownCase(caseId: string): Promise<void> {
    if (isUuid(caseId) && (await this.items.item(caseId, 'incident'))) return;
    throw Refusal.invalid({
      field: 'from_case',
      rule: 'case',
      message: 'from_case must be a case of your organization',
    });
  }
}
