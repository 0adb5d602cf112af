import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** Every statement about how organizations are called. */
@Injectable()
export class NamesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Whether another organization is called so, however the letters are composed or cased. */
  async isTaken(name: string, byOtherThan: string): Promise<boolean> {
    const found = await this.transaction.one(
      `SELECT 1 FROM organization WHERE id <> $1 AND lower(normalize(name, NFKC)) = lower(normalize($2, NFKC))`,
      [byOtherThan, name],
    );
    return found !== undefined;
  }

  async add(organizationId: string, former: string, name: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      `INSERT INTO organization_naming (organization_id, number, former, name, at, recorded_by)
       SELECT $1, count(*) + 1, $2, $3, $4, $5 FROM organization_naming WHERE organization_id = $1`,
      [organizationId, former, name, at, person],
    );
  }
}
