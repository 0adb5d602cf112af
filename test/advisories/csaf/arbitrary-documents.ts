import fc from 'fast-check';
import type { JsonObject } from '../../../src/advisories/csaf/mapping/json';
import { TLP_LABELS } from '../../../src/advisories/csaf/mapping/tlp';
import { invented, tracking } from './documents';

/** Identifiers as teams write them. */
export const identifier = fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9:#._ -]{0,12}[A-Za-z0-9])?$/);
export const label = fc.constantFrom(...TLP_LABELS);
const reference = fc.record({
  category: fc.constantFrom('self', 'external'),
  summary: identifier,
  url: fc.webUrl(),
});

/** Invented originals of both versions, valid each one. */
export const original = fc
  .record({
    version: fc.constantFrom('2.0' as const, '2.1' as const),
    id: identifier,
    label,
    words: fc.option(fc.constantFrom('Ask first.', 'TLP v2.0: TLP:AMBER+STRICT', 'a\nTLP v2.0: TLP:GREEN'), {
      nil: undefined,
    }),
    references: fc.option(fc.array(reference, { minLength: 1, maxLength: 4 }), { nil: undefined }),
    aliases: fc.option(fc.uniqueArray(identifier, { minLength: 1 }), { nil: undefined }),
    notes: fc.array(fc.record({ category: fc.constant('other'), text: fc.string({ minLength: 1 }) }), {
      minLength: 1,
    }),
  })
  .map(({ version, id, label: tlp, words, references, aliases, notes }) => {
    const written =
      version === '2.1' ? tlp : tlp === 'CLEAR' ? 'WHITE' : tlp === 'AMBER+STRICT' ? 'RED' : tlp;
    const head = { distribution: { text: words, tlp: { label: written } }, notes, references };
    // Through JSON, as documents come: what is undefined is not there.
    return JSON.parse(
      JSON.stringify(invented(version, { ...head, tracking: tracking({ id, aliases }) })),
    ) as JsonObject;
  });
