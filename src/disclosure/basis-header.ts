import { basisName } from './questions/in-words';
import type { Basis, Decision } from './rules/decide';
import type { Printed } from './rules/printed';

/** Names what an answer rests on, beside bytes that are stored and stay the same. */
export const BASIS_HEADER = 'Accord-Basis';

/** Instruments below that agreement which speak of what is served: what they oblige to, and print, holds besides. */
const INSTRUMENTS_HEADER = 'Accord-Instruments';
/** The level of the reader's national scheme at which it is held. */
const LEVEL_HEADER = 'Accord-National-Level';

/** How the headers are described. */
export const BASIS_HEADERS = {
  [BASIS_HEADER]: {
    description:
      'Of what others share: under what it came to you, as a structured field (RFC 9651): the basis, and of a grant its agreement, terms version and clause',
    schema: { type: 'string' as const, example: 'grant;agreement="PK-CN-2026";terms=1;clause=%"Art. 4(1)"' },
  },
  [INSTRUMENTS_HEADER]: {
    description:
      'Of what came under a grant: the instruments below its agreement that speak of it, as a list (RFC 9651); absent where there are none',
    schema: { type: 'string' as const, example: '"PK-CN-2026-A1";terms=1;clause=%"Annex 1"' },
  },
  [LEVEL_HEADER]: {
    description:
      'The level of your national scheme at which you hold it, as a display string (RFC 9651), where the terms under which it came map its label or a stricter one',
    schema: { type: 'string' as const, example: '%"Restricted"' },
  },
};

/** A display string (RFC 9651 §4.1.11): all but printable ASCII is percent-encoded. */
const displayed = (text: string): string =>
  `%"${[...Buffer.from(text, 'utf8')]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x25 || byte === 0x22
        ? `%${byte.toString(16).padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')}"`;

/** The basis of a decision as the header says it. */
export function basisHeader(basis: Basis): string {
  const { basis: name, agreement, terms_version, clause } = basisName(basis);
  return [
    name,
    ...(agreement === null ? [] : [`agreement="${agreement}"`]),
    ...(terms_version === null ? [] : [`terms=${terms_version}`]),
    ...(clause === null ? [] : [`clause=${displayed(clause)}`]),
  ].join(';');
}

/** All that stands beside a document that is served: its bytes stay as they were stored. */
export function headersBeside(
  basis: Basis,
  instruments: Decision['instruments'],
  { national_level: level }: Printed,
): Record<string, string> {
  const below = instruments.map(
    ({ terms, clause }) => `"${terms.agreement}";terms=${terms.number};clause=${displayed(clause)}`,
  );
  return {
    [BASIS_HEADER]: basisHeader(basis),
    ...(basis.grant && below.length > 0 && { [INSTRUMENTS_HEADER]: below.join(', ') }),
    ...(level !== undefined && { [LEVEL_HEADER]: displayed(level) }),
  };
}
