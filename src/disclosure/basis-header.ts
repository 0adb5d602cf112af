import { basisName } from './questions/in-words';
import type { Basis } from './rules/decide';

/** Names what an answer rests on, beside bytes that are stored and stay the same. */
export const BASIS_HEADER = 'Accord-Basis';

/** How the header is described. */
export const BASIS_HEADERS = {
  [BASIS_HEADER]: {
    description:
      'Of what others share: under what it came to you, as a structured field (RFC 9651): the basis, and of a grant its agreement, terms version and clause',
    schema: { type: 'string' as const, example: 'grant;agreement="PK-CN-2026";terms=1;clause=%"Art. 4(1)"' },
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
