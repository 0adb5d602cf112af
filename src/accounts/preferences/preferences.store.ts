import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { PreferencesRow } from '../preferences.entity';

/** How people want pages; each reads and changes her own only. */
@Injectable()
export class PreferencesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  own(): Promise<PreferencesRow | null> {
    const { manager, person: accountId } = this.transaction;
    return manager.findOneBy(PreferencesRow, { accountId });
  }

  async keep({ language, timeZone, theme }: Omit<PreferencesRow, 'accountId'>): Promise<void> {
    await this.transaction.query(
      `INSERT INTO account_preferences (account_id, language, time_zone, theme) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET language = $2, time_zone = $3, theme = $4`,
      [this.transaction.person, language, timeZone, theme],
    );
  }
}
