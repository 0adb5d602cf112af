import { versioned } from '../../platform/conditional/versioned';
import { ReadRequests } from './read-requests';
import { RequestDesk } from './request-desk';

const THING = { kind: 'information-request', named: ['id'] };

/** On routes that read a request, or by which its addressee changes it. */
export const VersionedRequest = versioned({
  ...THING,
  reader: ReadRequests,
  read: (requests, id) => requests.show(id),
});

/**
 * On the route by which its requester closes it. Reading brings the requester's feed up to date under the feed's lock,
 * so the locks of the end, which come before it in their order, are taken first.
 */
export const VersionedClosing = versioned({
  ...THING,
  reader: RequestDesk,
  read: (desk, id) => desk.showHeld(id),
});
