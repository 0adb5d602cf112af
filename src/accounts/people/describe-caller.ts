import { Inject, Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type ApiKey, ApiKeysStore } from '../api-keys/api-keys.store';
import { lacksSecondFactor } from '../rules/second-factor';
import { SECOND_FACTOR_REQUIRED } from '../second-factor/requirement';
import { AccountsStore } from './accounts.store';

/** Whether an organization has who and what it takes to write, release and pull. */
export interface Staffing {
  releaser: boolean;
  /** Whether what somebody writes can be released by somebody else. */
  secondPerson: boolean;
  /** Keys with which its systems pull that are good now. */
  keys: number;
  /** Those of them that are good for more than 30 days. */
  lastingKeys: number;
}

const STAFFING = `
  WITH held AS (
    SELECT a.id, r.role FROM account a JOIN account_role r ON r.account_id = a.id
    WHERE a.organization_id = app.viewer_org()
      AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id)
  ), good AS (
    SELECT least(k.expires_at, o.ends_at) AS ends_at FROM api_key k LEFT JOIN api_key_rotation o ON o.api_key_id = k.id
    WHERE k.organization_id = app.viewer_org() AND 'pull' = ANY (k.scopes) AND least(k.expires_at, o.ends_at) > app.at()
      AND NOT EXISTS (SELECT 1 FROM api_key_revocation r WHERE r.api_key_id = k.id)
  )
  SELECT EXISTS (SELECT 1 FROM held WHERE role = 'releaser') AS releaser,
    EXISTS (SELECT 1 FROM held writer JOIN held other ON other.id <> writer.id AND other.role = 'releaser'
      WHERE writer.role = 'analyst') AS "secondPerson",
    (SELECT count(*)::int FROM good) AS keys,
    (SELECT count(*)::int FROM good WHERE ends_at > app.at() + interval '30 days') AS "lastingKeys"`;

/** Who the caller is, and how the caller's organization is staffed. */
@Injectable()
export class DescribeCaller {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly keys: ApiKeysStore,
    @Inject(SECOND_FACTOR_REQUIRED) private readonly secondFactorRequired: boolean,
  ) {}

  /** The person who asks; null for a system. */
  async person(): Promise<{ id: string; email: string; name: string } | null> {
    const { personId } = this.transaction.viewer;
    const found = personId ? await this.accounts.find(personId) : undefined;
    return found ? { id: found.id, email: found.email, name: found.name } : null;
  }

  /** The key with which a system asks; null for a person. */
  async apiKey(): Promise<ApiKey | null> {
    const { apiKeyId } = this.transaction.viewer;
    return (apiKeyId && (await this.keys.find(apiKeyId))) || null;
  }

  /** Whether the person's roles ask for a second factor that she has yet to enrol. */
  lacksSecondFactor(): boolean {
    const { personId, roles, secondFactor } = this.transaction.viewer;
    return personId !== undefined && lacksSecondFactor({ secondFactor, roles });
  }

  /** Whether she may do nothing else before. */
  mustEnrolFirst(): boolean {
    return this.secondFactorRequired && this.lacksSecondFactor();
  }

  async staffing(): Promise<Staffing> {
    const found = await this.transaction.one<Staffing>(STAFFING);
    if (!found) throw new Error('A statement without FROM has a row.');
    return found;
  }
}
