import { keeps, type PartVerdict } from './part-action';
import type { GrantFacts, PartFacts } from './question';

const T01 = 'T-01';

/** T-01 victim identity: what tells who a victim is leaves in full only where the grant says so. */
export function victimIdentity({ tags }: PartFacts, { victimIdentity: granted }: GrantFacts): PartVerdict {
  if (!tags.includes('victim_identity') || granted === 'full') return keeps(T01);
  if (granted === 'pseudonym')
    return { rule: T01, action: 'pseudonym', says: 'the victim goes under a pseudonym' };
  if (granted === 'sector_only')
    return { rule: T01, action: 'sectors', says: 'of the victim only the sector is told' };
  return { rule: T01, action: 'drop', says: 'the victim is not told' };
}
