import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashPassword } from '../passwords';
import { AccountsStore } from '../people/accounts.store';
import { ApiKeysStore } from './api-keys.store';

/** The account in whose name an organization's systems file: it has no role, and a password that nobody has ever seen. */
@Injectable()
export class SystemsAccount {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly keys: ApiKeysStore,
    private readonly record: SharingRecord,
  ) {}

  /** Its id; it is made when it is first needed. */
  async account(): Promise<string> {
    const { viewer } = this.transaction;
    const { handle } = await this.own();
    await this.transaction.lock(`account-of-systems:${viewer.organizationId}`);
    const email = `systems@${handle}.invalid`;
    const known = await this.accounts.findByEmail(email);
    if (known) return known;
    const account = { email, name: `Systems of ${handle}`, roles: [] };
    const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
    const id = await this.accounts.add({ ...account, passwordHash });
    if (id === undefined) throw new Error('Addresses below .invalid are nobody else’s.');
    const entry = { by: viewer.personId ?? 'operator', account: id, ...account };
    await this.record.appendToOwnHouse('account/created', entry);
    return id;
  }

  /** In whose name the calling key files. @throws Error for who calls without such a key, whom access rules keep away */
  async ofCaller(): Promise<string> {
    const { apiKeyId } = this.transaction.viewer;
    const account = apiKeyId && (await this.keys.actsAs(apiKeyId));
    if (!account) throw new Error('Only a key that may file is asked for its name.');
    return account;
  }

  private async own(): Promise<{ handle: string }> {
    const sql = 'SELECT handle FROM organization WHERE id = app.viewer_org()';
    const row = await this.transaction.one<{ handle: string }>(sql);
    if (!row) throw new Error('Whoever issues a key has an organization.');
    return row;
  }
}
