import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ItemsStore } from '../../disclosure';
import { SharingRecord } from '../../record';
import { changedFields } from '../rules/changed-fields';
import { asCaseVersion } from './case-content';
import { CaseHandling } from './case-handling';
import type { ChangeCaseBody } from './case-input.dto';
import { Cases } from './cases';

@Injectable()
export class ChangeCase {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cases: Cases,
    private readonly handling: CaseHandling,
    private readonly items: ItemsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Adds a version to an own case on top of the one the analyst has read.
   * @returns the number of the new version
   * @throws Refusal 404, `item/changed`, `item/unchanged`, 422 for a base that never was and for an unknown handle
   */
  async run(id: string, body: ChangeCaseBody): Promise<number> {
    await this.cases.own(id);
    const found = await this.items.version(id, body.base);
    if (!found)
      throw Refusal.invalid({ field: 'base', rule: 'version', message: 'must be a version of this case' });
    const base = asCaseVersion(found);
    const { summary = base.content.summary, details = base.content.details } = body;
    const after = await this.items.addVersion(base, {
      title: body.title ?? base.title,
      content: { summary, ...(details ? { details } : {}) },
      document: null,
      thirdParty: base.thirdParty,
      ...(await this.handling.apply(base, body.handling)),
    });
    const changed = changedFields(base, asCaseVersion(after));
    // Asked last, so that a stale base is told first; the refusal takes the version back with its transaction.
    if (changed.length === 0)
      throw new Refusal('item/unchanged', 422, `Nothing in this differs from version ${body.base}.`);
    const by = this.transaction.person;
    await this.record.appendToOwnHouse('case-changed', { by, item: id, version: after.number, changed });
    return after.number;
  }
}
