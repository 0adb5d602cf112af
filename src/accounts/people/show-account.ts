import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { type AccountView, presentAccount } from './accounts.dto';
import { AccountsStore } from './accounts.store';

@Injectable()
export class ShowAccount {
  constructor(private readonly store: AccountsStore) {}

  /** An account of the viewer's own organization. @throws Refusal 404 for any other */
  async run(id: string): Promise<AccountView> {
    const account = isUuid(id) ? await this.store.find(id) : undefined;
    if (!account) throw Refusal.notFound();
    return presentAccount(account);
  }
}
