import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ItemsStore, readPart, sameParts } from '../../disclosure';
import { SharingRecord } from '../../record';
import { changedFields } from '../rules/changed-fields';
import { asCaseVersion, type CaseVersion } from './case-content';
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
   * @throws Refusal 404, `item/changed`, `item/unchanged`, 422 for a base that never was, an unknown handle, and a part marked wider than its case
   */
  async run(id: string, body: ChangeCaseBody): Promise<number> {
    await this.cases.own(id);
    const found = await this.items.version(id, body.base);
    if (!found)
      throw Refusal.invalid({ field: 'base', rule: 'version', message: 'must be a version of this case' });
    const base = asCaseVersion(found);
    const { summary = base.content.summary, details = base.content.details } = body;
    const { aware_at } = base.content;
    const after = await this.items.addVersion(base, {
      title: body.title ?? base.title,
      content: { summary, ...(details ? { details } : {}), ...(aware_at ? { aware_at } : {}) },
      document: null,
      thirdParty: base.thirdParty,
      parts: body.parts?.map(readPart),
      ...(await this.handling.apply(base, body.handling)),
    });
    const changed = await this.changed(base, asCaseVersion(after));
    // Asked last, so that a stale base is told first; the refusal takes the version back with its transaction.
    if (changed.length === 0)
      throw new Refusal('item/unchanged', 422, `Nothing in this differs from version ${body.base}.`);
    const by = this.transaction.person;
    await this.record.appendToOwnHouse('case-changed', { by, item: id, version: after.number, changed });
    return after.number;
  }

  private async changed(base: CaseVersion, after: CaseVersion): Promise<string[]> {
    const parts = await this.items.partsOf([base.id, after.id]);
    const same = sameParts(parts.get(base.id) ?? [], parts.get(after.id) ?? []);
    return [...changedFields(base, after), ...(same ? [] : ['parts'])];
  }
}
