import type { Decision } from './decide';
import { encryptedOf } from './encrypted-channel';
import type { GrantFacts } from './question';
import { type Channel, CHANNELS } from './vocabulary';

/** By which channels what is released may leave: those of every basis that releases it; none where none does. */
export function channelsOf({ bases }: Decision): 'any' | Channel[] {
  const each = bases.filter(({ released }) => released).map(({ grant }) => (grant ? ofGrant(grant) : 'any'));
  return each.includes('any')
    ? 'any'
    : CHANNELS.filter((channel) => each.some((one) => one.includes(channel)));
}

const ofGrant = ({ channels, obligations }: GrantFacts): 'any' | readonly Channel[] =>
  obligations.encryption_in_transit === 'must' ? encryptedOf(channels) : channels;
