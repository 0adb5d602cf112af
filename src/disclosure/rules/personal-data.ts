import { keeps, type PartVerdict } from './part-action';
import type { GrantFacts, PartFacts } from './question';

const T03 = 'T-03';

/** T-03 personal data: it leaves in full only where the grant says that there is a basis for it. */
export function personalData({ tags }: PartFacts, { personalData: granted }: GrantFacts): PartVerdict {
  if (!tags.includes('personal_data') || granted === 'full_with_basis') return keeps(T03);
  if (granted === 'minimised')
    return { rule: T03, action: 'pseudonym', says: 'personal data is replaced by a pseudonym' };
  return { rule: T03, action: 'drop', says: 'personal data is not told' };
}
