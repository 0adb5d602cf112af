import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ConsentScope } from '../rules/vocabulary';
import type { AskedScope } from './rules/judge-consent-request';

/** An open request that an own item waits for. */
export interface AwaitedConsent {
  id: string;
  of: string;
  askedAt: Date;
  scope: AskedScope;
  openUntil: Date;
}

/** What an own item of another's content has, and what it waits for. */
@Injectable()
export class AwaitedConsents {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Open requests for an own item, the oldest first. */
  of(item: string): Promise<AwaitedConsent[]> {
    return this.transaction.query(
      `SELECT r.id, o.handle AS of, r.asked_at AS "askedAt", r.scope, r.open_until AS "openUntil"
       FROM consent_request_item d JOIN consent_request r ON r.id = d.request_id JOIN organization o ON o.id = r.originator_id
       LEFT JOIN consent_request_end e ON e.request_id = r.id
       WHERE d.item_id = $1 AND e.request_id IS NULL AND r.open_until > $2 ORDER BY r.asked_at, r.id`,
      [item, this.transaction.at],
    );
  }

  /** What originators have consented to, as far as it lasts longer than now. One to everybody is one to partners too. */
  lasting(item: string): Promise<{ scope: ConsentScope }[]> {
    return this.transaction.query(
      `SELECT CASE g.scope WHEN 'teams' THEN 'team' ELSE g.scope END AS scope
       FROM consent_request_item d JOIN consent_grant g ON g.request_id = d.request_id
       LEFT JOIN consent_withdrawal w ON w.request_id = d.request_id
       WHERE d.item_id = $1 AND LEAST(g.valid_until, w.at) > $2`,
      [item, this.transaction.at],
    );
  }
}
