import { keeps, type PartVerdict } from './part-action';
import type { GrantFacts, PartFacts, Question } from './question';
import { within } from './terms-in-force';

const T01 = 'T-01';

/** The victim consents that the recipient is told and, where a constituent of it reads, that this one is by name. */
function consents({ at, reader }: Question, { victimConsents }: PartFacts, { to }: GrantFacts): boolean {
  const lasting = victimConsents.filter((consent) => within(at, consent));
  const toTeam = (whom: string) => lasting.some(({ scope, team }) => scope === 'team' && team === whom);
  const toRecipient = lasting.some(({ scope }) => scope === 'partners') || toTeam(to);
  return toRecipient && (reader === to || toTeam(reader));
}

/** T-01 victim identity: what tells who a victim is leaves in full only where the grant, or the victim, says so. */
export function victimIdentity(question: Question, part: PartFacts, grant: GrantFacts): PartVerdict {
  const { victimIdentity: granted } = grant;
  if (!part.tags.includes('victim_identity') || granted === 'full') return keeps(T01);
  if (granted === 'pseudonym')
    return { rule: T01, action: 'pseudonym', says: 'the victim goes under a pseudonym' };
  if (granted === 'sector_only')
    return { rule: T01, action: 'sectors', says: 'of the victim only the sector is told' };
  if (granted !== 'with_consent') return { rule: T01, action: 'drop', says: 'the victim is not told' };
  if (consents(question, part, grant)) return keeps(T01);
  return { rule: T01, action: 'drop', says: 'no consent of the victim covers this' };
}
