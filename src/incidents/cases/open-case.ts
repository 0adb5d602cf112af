import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ItemsStore, readPart, UNLABELLED } from '../../disclosure';
import { Organizations } from '../../organizations';
import { SharingRecord } from '../../record';
import { pastInstant } from '../past-instant';
import { CaseHandling } from './case-handling';
import type { OpenCaseBody } from './case-input.dto';

@Injectable()
export class OpenCase {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly handling: CaseHandling,
    private readonly items: ItemsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Opens a case that no report led to.
   * @returns the id of the case
   * @throws Refusal `case/not-national-cert`, 422 for an unknown handle, for an instant in the future, and for a part marked wider than its case
   */
  async run({ title, summary = '', details, aware_at, handling, parts }: OpenCaseBody): Promise<string> {
    const { viewer, person: by, at } = this.transaction;
    const { kind, name } = await this.organizations.byId(viewer.organizationId);
    if (kind !== 'national-cert')
      throw Refusal.forbidden(
        'case/not-national-cert',
        `Cases are opened by national CERTs. ${name} files reports with its own, with POST /api/v1/reports.`,
      );
    const { itemId } = await this.items.create('incident', {
      title,
      content: {
        summary,
        ...(details ? { details } : {}),
        ...(aware_at === undefined ? {} : { aware_at: pastInstant(aware_at, at).toISOString() }),
      },
      document: null,
      thirdParty: false,
      parts: parts?.map(readPart),
      ...(await this.handling.apply(UNLABELLED, handling)),
    });
    await this.record.appendToOwnHouse('case-opened', { by, item: itemId });
    return itemId;
  }
}
