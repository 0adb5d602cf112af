import type { CsafFinding } from './finding';
import { isObject, type JsonObject } from './json';
import type { TlpLabel } from './tlp';

/** The reserved id of the group that is everyone (CSAF 2.1 §3.2.2.5.1, RFC 9562 §5.10). */
export const PUBLIC_SHARING_GROUP = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Refuses a `distribution.sharing_group` (CSAF 2.1 §3.2.2.5.1) other than the public one on CLEAR.
 * A group narrows the TLP label. Accord does not weigh it, and what it does not weigh it does not
 * take in: a stored group that nobody enforces would be a promise broken in silence. A CSAF 2.0
 * document may carry the same property as an additional one and is held to the same rule.
 */
export function refuseSharingGroup(distribution: JsonObject, label: TlpLabel | null): CsafFinding | null {
  const group = distribution['sharing_group'];
  if (group === undefined) return null;
  if (isObject(group) && group['id'] === PUBLIC_SHARING_GROUP && label === 'CLEAR') return null;
  return {
    path: '/document/distribution/sharing_group',
    rule: 'accord sharing-group',
    message:
      'Accord does not yet enforce sharing groups, so a document that is limited to one is refused at entry' +
      ' rather than stored and its limit ignored. Only the public group (Max UUID) with TLP:CLEAR is accepted.',
  };
}
