import { versioned } from '../../platform/conditional/versioned';
import { ShowAccount } from './show-account';

const account = {
  kind: 'account',
  named: ['id'],
  reader: ShowAccount,
  read: (show: ShowAccount, id: string) => show.run(id),
};

/** On routes that read or change an account. */
export const VersionedAccount = versioned(account);
/** On routes that change an account and answer something else. */
export const ConditionOnAccount = versioned({ ...account, answersAnother: true });
