import fc from 'fast-check';
import type { Question } from '../../src/disclosure/rules/question';

/** What a grant may name. */
export const channels = fc.uniqueArray(fc.constantFrom(...(['rest', 'portal', 'voice'] as const)), {
  minLength: 1,
  maxLength: 2,
});
export const purposes = fc.uniqueArray(
  fc.constantFrom(...(['research', 'statistics', 'incident_response'] as const)),
  {
    minLength: 1,
    maxLength: 2,
  },
);
/** How a question is asked: mostly as over HTTP. */
export const randomHow: fc.Arbitrary<Pick<Question, 'channel' | 'purpose'>> = fc.record({
  channel: fc.constantFrom('rest', 'rest', 'voice', null),
  purpose: fc.constantFrom(null, null, 'research', 'statistics'),
});
