import { versioned } from '../platform/conditional/versioned';
import { ShowAdvisory } from './show-advisory';

/** On routes that read or change an advisory: its entity tags are over the owner's view. */
export const VersionedAdvisory = versioned({
  kind: 'advisory',
  named: ['id'],
  reader: ShowAdvisory,
  read: (show, id) => show.ownView(id),
});
