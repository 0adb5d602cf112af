import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { DescriptionDto } from './description.dto';

/** Statements about what the paper of an agreement is. */
@Injectable()
export class DescriptionsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Adds what is said now; the caller has locked the agreement, or has just made it. */
  async add(agreementId: string, said: DescriptionDto): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO agreement_description (agreement_id, number, binding, languages, prevailing_language, registry_number, classification,
         described_by, described_by_org, described_at)
       SELECT $1, COALESCE(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 FROM agreement_description WHERE agreement_id = $1`,
      [
        agreementId,
        said.binding ?? null,
        said.languages ?? [],
        said.prevailing_language ?? null,
        said.registry_number ?? null,
        said.classification ?? null,
        ...[person, viewer.organizationId, at],
      ],
    );
  }
}
