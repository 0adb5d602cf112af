import { keeps, type PartVerdict } from './part-action';
import type { GrantFacts, PartFacts } from './question';

const T02 = 'T-02';

/** T-02 source attribution: a source is named only where the grant says so; else the issuing CERT stands for it. */
export function sourceAttribution(
  { tags }: PartFacts,
  { sourceAttribution: granted }: GrantFacts,
): PartVerdict {
  if (!tags.includes('source_identity') || granted === 'may' || granted === 'must') return keeps(T02);
  return { rule: T02, action: 'issuer', says: 'the issuing CERT stands for the source' };
}
