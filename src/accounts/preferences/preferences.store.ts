import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { PreferencesRow } from '../preferences.entity';

/** How people want pages; each reads and changes her own only. */
@Injectable()
export class PreferencesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  async own(): Promise<PreferencesRow | null> {
    const [own] = await this.transaction.prepared<PreferencesRow>(
      `SELECT account_id AS "accountId", language, time_zone AS "timeZone", theme FROM account_preferences WHERE account_id = $1`,
      [this.transaction.person],
    );
    return own ?? null;
  }

  async keep({ language, timeZone, theme }: Omit<PreferencesRow, 'accountId'>): Promise<void> {
    await this.transaction.query(
      `INSERT INTO account_preferences (account_id, language, time_zone, theme) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET language = $2, time_zone = $3, theme = $4`,
      [this.transaction.person, language, timeZone, theme],
    );
  }
}
