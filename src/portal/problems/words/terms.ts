import { type WordsByCode, words } from '../problem';

const STEPS = 'Read the agreement: next_steps says what can be done now, and by whom.';

/** Of terms, corrigenda, facts and pauses. */
export const TERMS_WORDS: WordsByCode = {
  'terms/absent': words(
    'There are no terms of this number.',
    'Terms are numbered from 1.',
    'Read the agreement for its numbers.',
  ),
  'terms/grants': words(
    'The grants break a rule of terms.',
    'Grants say who sends what to whom, under which clause.',
    'Mend the grants as the message says.',
  ),
  'terms/wider-than-parent': words(
    'The terms are wider than those they stand below.',
    'What stands below an agreement only narrows it or fills it in; each term that is wider is listed, with what the agreement says.',
    'Narrow these terms, or have the agreement amended first.',
  ),
  'terms/left-to-parent': words(
    'The terms say otherwise what they leave to the agreement above.',
    'By which channels, for what purposes, from when on it goes, and what is corrected after the end, is said once for a direction.',
    'Say it as that agreement does, or leave it out.',
  ),
  'terms/expiry': words(
    'The expiry of the terms has passed.',
    'Terms that are over grant nothing.',
    'Propose terms that expire later.',
  ),
  'terms/not-submitted': words(
    'The terms were not submitted yet.',
    'They are approved and signed after that.',
    STEPS,
  ),
  'terms/submitted-already': words('The terms were submitted already.', 'They are submitted once.', STEPS),
  'terms/approved-already': words(
    'The party has approved the terms already.',
    'Each party approves once.',
    STEPS,
  ),
  'terms/signed-already': words('The party has signed the terms already.', 'Each party signs once.', STEPS),
  'terms/incomplete': words(
    'An approval or a signature is missing.',
    'Terms enter into force when all have consented.',
    STEPS,
  ),
  'terms/entered-already': words('The terms have entered into force already.', 'They do so once.', STEPS),
  'terms/overtaken': words(
    'Other terms have overtaken these.',
    'They were drawn up before the present ones entered into force.',
    'Propose new terms on the basis of the present ones.',
  ),
  'terms/rejected': words(
    'The terms were rejected.',
    'Rejected terms come to nothing: they are not approved, signed or entered into force any more.',
    'Propose new terms, or agree on them first.',
  ),
  'terms/withdrawn': words(
    'The terms were withdrawn.',
    'Who proposed them took them back: they are not approved, signed or entered into force any more.',
    'Propose new terms.',
  ),
  'terms/not-signed': words(
    'The party has yet to sign the terms.',
    'Notice that terms may enter into force follows the signature.',
    STEPS,
  ),
  'terms/notified-already': words(
    'The party has given notice of readiness already.',
    'Each party gives notice once.',
    STEPS,
  ),
  'terms/no-notification': words(
    'These terms wait for no notice of readiness.',
    'It is recorded where terms enter into force after the last notification.',
    STEPS,
  ),
  'terms/condition': words(
    'The condition of the terms does not hold yet, or does not fit them.',
    'Terms may name from when they enter into force: a date, or days after the last signature or notification.',
    'Read may_enter_from of the terms, and give that instant or a later one.',
  ),
  'terms/agreed': words(
    'All have approved and signed the terms.',
    'Who proposed terms withdraws them as long as a consent is missing, not after that.',
    STEPS,
  ),
  'text/fixed': words(
    'The text of these terms is there and stays as it is.',
    'Somebody has signed the terms, and signed this text with them.',
    'Attach the text in another language, or propose new terms with a text of their own.',
  ),
  'text/too-many': words(
    'As many texts as terms may have are attached to them.',
    'Terms have at most 50 texts, in all languages together, and those that were replaced stay on record.',
    'Propose new terms with texts of their own.',
  ),
  'corrigendum/overtaken': words(
    'Later terms are recorded to enter into force.',
    'A corrigendum mends what is in force and would take effect before them.',
    'Mend those terms once they are in force.',
  ),
  'corrigendum/pending': words(
    'A corrigendum waits for its confirmation already.',
    'Two at once could contradict each other.',
    STEPS,
  ),
  'corrigendum/nothing': words(
    'The corrigendum says the same as the terms in force.',
    'It mends how unchanged text was encoded; here nothing differs.',
    'Change the terms to what the signed text says.',
  ),
  'corrigendum/fixed': words(
    'The corrigendum changes what is no matter of encoding.',
    'Who is party, and from when terms may be in force, was agreed by signature.',
    'Leave these as they are, or propose new terms.',
  ),
  'corrigendum/confirmed-already': words(
    'Your side has confirmed the corrigendum already.',
    'Each side confirms once.',
    STEPS,
  ),
  'terms/corrigendum': words(
    'The step is not one of these terms.',
    'A corrigendum encodes text that is signed: it is confirmed, and neither approved nor signed. Other terms are not confirmed.',
    STEPS,
  ),
  'fact/absent': words(
    'There is no such fact of this agreement.',
    'Facts are named by their id.',
    'Read the agreement for the ids of its facts.',
  ),
  'fact/counts-already': words('The fact counts already.', 'It needs no confirmation, or has it.', STEPS),
  'fact/second-person': words(
    'Somebody else has to confirm this.',
    'Two people see what is recorded on behalf of another.',
    'Ask another liaison officer of your organization.',
  ),
  'pause/direction': words(
    'The direction of the suspension does not fit the agreement.',
    'An operating CERT suspends what it sends or receives under a grant.',
    'Name a direction that the agreement has.',
  ),
  'pause/interval': words(
    'The instants of the suspension do not fit together.',
    'It starts now or later and ends after it has started.',
    'Mend the instants.',
  ),
  'pause/open-already': words(
    'There is such a pause already.',
    'One is enough: nothing is sent.',
    'Leave it, or end it first.',
  ),
  'pause/over': words('The pause is over.', 'What has ended is not ended again.', 'Nothing is left to do.'),
  'pause/not-yours': words(
    'Another organization made this pause.',
    'Who paused the exchange ends the pause.',
    'Ask that organization.',
  ),
  'pause/requested-already': words(
    'Its end was asked for already.',
    'One request waits for the second person.',
    'Ask a colleague to confirm it.',
  ),
  'pause/not-requested': words(
    'Nobody has asked for its end.',
    'A second person confirms what a first has asked.',
    'Ask for the end first.',
  ),
  'pause/second-person': words(
    'Somebody else has to confirm the end of the pause.',
    'Sharing begins again when two people agree.',
    'Ask a colleague.',
  ),
  'pause/no-grant': words(
    'No agreement lets your organization send anything to that team.',
    'There is nothing to stop.',
    'Check the handle of the team.',
  ),
};
