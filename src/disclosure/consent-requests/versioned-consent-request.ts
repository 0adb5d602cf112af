import { versioned } from '../../platform/conditional/versioned';
import { ReadConsentRequests } from './read-consent-requests';

/** On routes that read or change a request for consent. */
export const VersionedConsentRequest = versioned({
  kind: 'consent-request',
  named: ['id'],
  reader: ReadConsentRequests,
  read: (requests, id) => requests.show(id),
});
