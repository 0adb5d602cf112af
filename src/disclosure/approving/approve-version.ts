import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { ItemsStore } from '../items/items.store';
import { QuestionsStore } from '../questions/questions.store';
import type { ApproveBody } from './approvals.dto';
import { ApprovalsStore, type StoredApproval } from './approvals.store';

/** What is wrong with what was sent of an approval. */
type ApprovalFault = 'ministry' | 'of-ministry' | 'required';
const fault = (field: string, rule: ApprovalFault, message: string): Refusal =>
  Refusal.invalid({ field, rule, message: `${field} ${message}` });

/** Approves versions of own items, as the terms of some partners require beside the release. */
@Injectable()
export class ApproveVersion {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly questions: QuestionsStore,
    private readonly items: ItemsStore,
    private readonly store: ApprovalsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * A release and an approval cannot miss each other: both hold the originator.
   * @throws Refusal `not-found`, `item/changed`, `item/withdrawn`, `approval/…`, 422 naming the field
   */
  async run(body: ApproveBody): Promise<StoredApproval> {
    const { viewer, person } = this.transaction;
    const { id } = await this.questions.item(body.item);
    await this.transaction.lock(`originator:${viewer.organizationId}`);
    const version = await this.items.version(id, body.version);
    if (!version) throw Refusal.notFound();
    if ((await this.items.latest(id))?.number !== body.version)
      throw Refusal.conflict(
        'item/changed',
        'The item has a later version than the one you mean to approve.',
      );
    if (await this.items.withdrawal(id)) throw Refusal.conflict('item/withdrawn', 'The item is withdrawn.');
    requireOther(version.authors, person);
    const { level } = body;
    const { ministry, evidence } = level === 'ministry' ? await this.onBehalf(body) : this.forHerself(body);
    if (level === 'duty_officer' && (await this.store.approved(version.id, person)))
      throw Refusal.conflict('approval/already', 'You have approved this version already.');
    if (ministry !== null) await this.unlessApproved(version.id, ministry);
    const approval = await this.store.add({ item: id, version: version.id, level, ministry, evidence });
    const stored = await this.require(approval);
    await this.writeDown('version-approved', stored);
    return stored;
  }

  /** @throws Refusal `not-found`, `approval/…` */
  async confirm(id: string): Promise<StoredApproval> {
    const { viewer, person } = this.transaction;
    await this.require(id);
    await this.transaction.lock(`originator:${viewer.organizationId}`);
    const found = await this.require(id);
    if (found.level !== 'ministry' || found.confirmedAt !== null)
      throw Refusal.conflict('approval/confirmed', 'It needs no confirmation, or has it already.');
    requireOther(found.authors, person);
    if (found.recordedBy === person)
      throw Refusal.forbidden('approval/second-person', 'You recorded it. Another person has to confirm it.');
    const version = (await this.items.version(found.item, found.version))!;
    await this.unlessApproved(version.id, (await this.store.ministry(found.ministry!))!.id);
    await this.store.confirm(id);
    const confirmed = await this.require(id);
    await this.writeDown('version-approval-confirmed', confirmed);
    return confirmed;
  }

  /** One approval of a ministry is enough; several may be recorded until one of them is confirmed. */
  private async unlessApproved(version: string, ministry: string): Promise<void> {
    if (await this.store.approvedFor(version, ministry))
      throw Refusal.conflict('approval/already', 'The ministry has approved this version already.');
  }

  private async onBehalf({ ministry, evidence_sha256: evidence }: ApproveBody) {
    if (!this.transaction.viewer.roles.includes('liaison'))
      throw Refusal.forbidden('approval/liaison', 'A liaison officer records what a ministry approved.');
    if (ministry === undefined) throw fault('ministry', 'required', 'must say which ministry approved');
    if (evidence === undefined)
      throw fault('evidence_sha256', 'required', 'must be the digest of what shows it');
    const found = await this.store.ministry(ministry);
    if (!found) throw fault('ministry', 'ministry', 'must be the handle of a ministry');
    return { ministry: found.id, evidence };
  }

  private forHerself({ ministry, evidence_sha256: evidence }: ApproveBody) {
    for (const [field, said] of Object.entries({ ministry, evidence_sha256: evidence }))
      if (said !== undefined) throw fault(field, 'of-ministry', 'goes with the approval of a ministry only');
    if (!this.transaction.viewer.roles.includes('duty-officer'))
      throw Refusal.forbidden('approval/duty-officer', 'A duty officer approves for herself.');
    return { ministry: null, evidence: null };
  }

  private async require(id: string): Promise<StoredApproval> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  private async writeDown(
    kind: 'version-approved' | 'version-approval-confirmed',
    { id, item, version, level, ministry, evidence }: StoredApproval,
  ): Promise<void> {
    const by = this.transaction.person;
    await this.record.appendToOwnHouse(kind, {
      ...{ approval: id, item, version, level, ministry, evidence_sha256: evidence, by },
    });
  }
}

function requireOther(authors: readonly string[], person: string): void {
  if (authors.includes(person))
    throw Refusal.forbidden(
      'approval/author',
      'You are an author of this version. Somebody else has to approve it.',
    );
}
