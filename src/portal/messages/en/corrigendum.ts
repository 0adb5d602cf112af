/** Mis-keyed terms, mended. */
export const corrigendum = {
  help: 'For what was keyed in wrongly from the signed text, which stays as it is. Change the terms below to what the text says. What only narrows takes effect at once; what widens anything waits for a second person of your organization and for the other side. Parties and what was agreed about the entry into force are no matter of this.',
  reason: 'What was keyed in wrongly',
  clause: 'Clause of the signed text that says so',
  affects: 'Whom it affects at once',
  now: 'Record this corrigendum',
  isOne: 'A corrigendum of terms {number}:',
  narrows: 'It only narrows, so it took effect when one person recorded it.',
  needsOthers: 'It takes effect with the last word of two persons of one side and of the other side.',
  waits: 'It waits for the confirmation of {parties}.',
} as const;
