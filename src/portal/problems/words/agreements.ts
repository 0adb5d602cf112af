import { type WordsByCode, words } from '../problem';

const RULE = 'The rules of agreements say who may record what, and when.';
const STEPS = 'Read the agreement: next_steps says what can be done now, and by whom.';

/** Agreements, their terms and their facts. */
export const AGREEMENT_WORDS: WordsByCode = {
  'contact-round/open': words(
    'A round of contacts of this organization is open already.',
    'Of one organization you ask once at a time.',
    'Read the round that is open, and remind them when it is due.',
  ),
  'contact-round/reminded': words(
    'This step was told before.',
    'That a round is due soon, and that it is overdue, are each told once.',
    'Call them.',
  ),
  'contact-round/not-asker': words(
    'Your organization did not ask for this round.',
    'Only who asked reminds.',
    'Verify your contacts, or correct them.',
  ),
  'contact-round/not-due': words(
    'There is nothing to remind of.',
    'The round is answered, or not due within seven days.',
    'Wait until it is due.',
  ),
  'activity/over': words(
    'What became of the activity is recorded already.',
    'It has taken place or was called off, once.',
    'Read it. If it took place, evidence may be added.',
  ),
  'activity/not-organizer': words(
    'Your organization is no organizer of the activity.',
    'Organizers record what became of it.',
    'Ask an organizer to record it.',
  ),
  'activity/not-yet': words(
    'The activity is not over yet.',
    'It is recorded as done once it has ended.',
    'Wait for its end, or call it off.',
  ),
  'activity/not-done': words(
    'The activity is not recorded as done.',
    'Evidence is of what has taken place.',
    'Let an organizer record first that it has.',
  ),
  'verification/over': words(
    'The verification of the duty officer is over.',
    'It has lapsed, was revoked before, or she lost the role or left.',
    'Nothing is left to do. To let her have RED again, verify her anew.',
  ),
  'agreement/not-your-role': words('Your organization has not the role that this step needs.', RULE, STEPS),
  'agreement/other-party': words(
    'You may not record this for another party.',
    'Only a ministry or national CERT of the same country records on behalf of a party.',
    'Ask that party to record it itself.',
  ),
  'agreement/ended': words(
    'The agreement has ended.',
    'Nothing is recorded of what is over.',
    'Draft a new agreement.',
  ),
  'agreement/end-recorded': words(
    'The end of the agreement is recorded already.',
    'An agreement ends once.',
    STEPS,
  ),
  'agreement/not-in-force': words('The agreement is not in force.', RULE, STEPS),
  'agreement/parent': words(
    'The instrument does not fit what it stands below.',
    'An annex, an operating procedure or a case arrangement stands below an agreement of yours whose terms all have signed, and enters into force not before it.',
    'Name such an agreement, or wait until it is in force.',
  ),
  'agreement/parties': words(
    'The parties do not fit together.',
    'An agreement needs those who sign it and the CERTs that carry it out, each named once.',
    'Mend the parties as the message says.',
  ),
  'agreement/reference': words(
    'The reference does not begin as yours have to.',
    'References begin with the country of who drafts them, so that no two sides take the same.',
    'Begin it with the code of your country.',
  ),
  'agreement/reference-taken': words(
    'Another agreement has this reference.',
    'A reference names one agreement.',
    'Choose another reference.',
  ),
  'agreement/recorded-already': words(
    'The same was recorded a moment ago.',
    'Two people did the same at once, and one was first.',
    'Read the agreement again.',
  ),
  'agreement/drafter': words(
    'Your organization may not draft this agreement.',
    'It is drafted by a party, or by the ministry of a party’s country.',
    'Ask one of these.',
  ),
  'agreement/succession': words(
    'The draft cannot supersede that agreement.',
    'It supersedes what is or was in force, of the same nature, and leaves no operating CERT of it behind.',
    'Mend the parties or the kind, or supersede what followed it, as the message says.',
  ),
  'agreement/effective-instant': words(
    'The instant does not fit what is recorded.',
    'What has yet to happen has not happened, and what takes effect does so now or later.',
    'Give an instant as the message says, or leave it out for now.',
  ),
  'agreement/notice-period': words(
    'The period of notice is not kept.',
    'The terms say how long before its end notice of an agreement is given, so that nobody loses it overnight.',
    'Give notice and leave out when the agreement ends: that is computed. Until then the exchange can be suspended.',
  ),
  'agreement/on-behalf': words(
    'What is recorded on behalf of someone is not complete.',
    'It needs the name of whom it is for and the hash of its evidence.',
    'Add the field that is named.',
  ),
};
