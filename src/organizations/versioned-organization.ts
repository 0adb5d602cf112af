import { versioned } from '../platform/conditional/versioned';
import { ShowOrganization } from './show-organization';

/** On routes that read or change an organization. */
export const VersionedOrganization = versioned({
  kind: 'organization',
  named: ['handle'],
  reader: ShowOrganization,
  read: (show, handle) => show.byHandle(handle),
  confidential: false,
});
