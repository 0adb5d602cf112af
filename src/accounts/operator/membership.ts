import type { Membership } from '../../organizations';
import type { ViewerTransaction } from '../../platform/viewer-transaction';
import type { SharingRecord } from '../../record';

const ACCOUNTS = `
  SELECT a.id, a.email FROM account a WHERE a.organization_id = app.viewer_org()
    AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id) ORDER BY a.email`;
const KEYS = `
  SELECT k.id, k.name, k.prefix FROM api_key k WHERE k.organization_id = app.viewer_org()
    AND NOT EXISTS (SELECT 1 FROM api_key_revocation r WHERE r.api_key_id = k.id) ORDER BY k.id`;

type AccountRow = { id: string; email: string };
type KeyRow = { id: string; name: string; prefix: string };

/** Who acts for the organization that the operator's transaction is about. */
export function membershipOf(transaction: ViewerTransaction, record: SharingRecord): Membership {
  const accounts = () => transaction.query<AccountRow>(ACCOUNTS);
  const keys = () => transaction.query<KeyRow>(KEYS);
  return {
    list: async () => ({
      accounts: (await accounts()).map(({ email }) => email),
      keys: (await keys()).map(({ name, prefix }) => `${name} (${prefix})`),
    }),
    end: async (reason) => {
      await transaction.lock(`serve:${transaction.viewer.organizationId}`);
      await transaction.lock(`administrators:${transaction.viewer.organizationId}`);
      const by = 'operator';
      for (const { id } of await accounts()) {
        await transaction.query(
          'INSERT INTO account_departure (account_id, at, recorded_by, reason) VALUES ($1, $2, NULL, $3)',
          [id, transaction.at, reason],
        );
        await record.appendToOwnHouse('account/departed', { by, account: id, reason });
      }
      for (const { id, name, prefix } of await keys()) {
        await transaction.query(
          'INSERT INTO api_key_revocation (api_key_id, at, recorded_by) VALUES ($1, $2, NULL)',
          [id, transaction.at],
        );
        await record.appendToOwnHouse('api-key/revoked', { by, key: id, name, prefix });
      }
    },
  };
}
