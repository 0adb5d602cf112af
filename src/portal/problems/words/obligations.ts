import { type WordsByCode, words } from '../problem';

/** What is stated of obligations, and told of what was received. */
export const OBLIGATION_WORDS: WordsByCode = {
  'obligation/over': words(
    'The obligation is met or waived already.',
    'What closed it is on the record of both sides and is not stated twice.',
    'Read what was stated of it; a new disclosure opens a new obligation.',
  ),
  'obligation/not-debtor': words(
    'Only the team that owes it says that it is met.',
    'Nobody meets an obligation for somebody else.',
    'As the team that it is owed to you may waive it.',
  ),
  'obligation/not-creditor': words(
    'Only the team that it is owed to waives it.',
    'Nobody lets himself off what he owes another.',
    'Ask the other team to waive it, or meet it.',
  ),
  'obligation/paused': words(
    'It is held or disputed already.',
    'Its time stands still once, so that both sides read one reason and one end.',
    'Wait until who paused it ends that, then state yours.',
  ),
  'obligation/not-paused': words(
    'Your side neither holds nor disputes it.',
    'Only the side that paused it lets its time go on.',
    'Ask the other side, if it is the one that paused it.',
  ),
  'obligation/no-destruction': words(
    'Only destruction and return are held or disputed.',
    'The other obligations have no time that a court could make stand still.',
    'Meet it, or ask the other team to waive it.',
  ),
  'obligation/no-hold': words(
    'The terms do not let your side hold destruction.',
    'Who may do so is part of what both sides signed, as legal_hold.',
    'Dispute it, or amend the terms.',
  ),
  'obligation/kept': words(
    'What is kept under the terms stays so.',
    'It has no end that could be met.',
    'Destroy it and file a certificate, if it is no longer needed.',
  ),
  'obligation/certificate-required': words(
    'The terms want a certificate.',
    'Both sides signed that only a certificate shows destruction or return.',
    'File a notice of the kind destruction_certificate that covers all of it.',
  ),
  'notice/nothing-received': words(
    'Your team has received nothing from that team under this agreement.',
    'A notice speaks of what was received; an agreement that you may not read is answered alike.',
    'Check the reference of the agreement and the handle of the team.',
  ),
  'notice/not-addressee': words(
    'Only the team that a notice went to answers it.',
    'The answer is the result on the side of whoever shared.',
    'Wait for the answer of the other team.',
  ),
  'notice/answered': words(
    'The notice is answered already.',
    'An answer is on the record of both sides and is not replaced.',
    'Read the answer; what is new is told by another notice.',
  ),
};
