import type { AccessTerm, AffectedPartyNotice, MappedLevel, MarkingText } from './handling-terms';

/** What a document bears, and what else is handled how, as sentences. Texts stand as they were signed. */
export const markingInWords = (texts: readonly MarkingText[]): string =>
  `Every document bears: ${texts.map(({ language, text }) => `“${text}” (${language})`).join(', ')}.`;

export const PARTY_NOTICE_IN_WORDS = {
  must_not: 'Whom it affects is not told.',
  via_originator: 'Whom it affects is told by the originator alone.',
  may: 'The recipient may tell whom it affects.',
} as const satisfies Record<AffectedPartyNotice, string>;

export function accessInWords({
  need_to_know: needed,
  named_persons: named,
  nationality,
  contractors_bound: bound,
}: AccessTerm): string {
  const who = [
    ...(needed ? ['who need to know'] : []),
    ...(named ? ['who are on a list of the recipient'] : []),
    ...(nationality ? [`who are citizens of ${nationality.join(', ')}`] : []),
  ];
  return [
    ...(who.length > 0 ? [`Persons have it ${who.join(' and ')}.`] : []),
    ...(bound ? ['Contractors are bound to these terms before they have it.'] : []),
  ].join(' ');
}

export const levelsInWords = (levels: readonly MappedLevel[]): string =>
  `It is held at the recipient's national level: ${levels.map(({ label, level }) => `TLP:${label} at “${level}”`).join(', ')}; what has no level there, at the next stricter one.`;
