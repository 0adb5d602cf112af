import { versioned } from '../../platform/conditional/versioned';
import { ShowContact } from './show-contact';

/** On routes that read or change a contact of an organization. */
export const VersionedContact = versioned({
  kind: 'contact',
  named: ['handle', 'id'],
  reader: ShowContact,
  read: (show, handle, id) => show.run(handle, id),
  confidential: false,
});
