import { versioned } from '../../platform/conditional/versioned';
import { ShowCase } from './show-case';

/** On routes that read or change a case: its entity tags are over the owner's view. */
export const VersionedCase = versioned({
  kind: 'case',
  named: ['id'],
  reader: ShowCase,
  read: (show, id) => show.show(id),
});
