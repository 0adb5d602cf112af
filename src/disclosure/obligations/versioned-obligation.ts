import { versioned } from '../../platform/conditional/versioned';
import { ReadNotices } from './notices/read-notices';
import { ReadObligations } from './read-obligations';

/** On routes that read an obligation, or state something of it. */
export const VersionedObligation = versioned({
  kind: 'obligation',
  named: ['id'],
  reader: ReadObligations,
  read: (obligations, id) => obligations.show(id),
});

/** On routes that read a notice, or answer it. */
export const VersionedNotice = versioned({
  kind: 'obligation-notice',
  named: ['id'],
  reader: ReadNotices,
  read: (notices, id) => notices.show(id),
});
