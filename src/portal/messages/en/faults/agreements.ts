/** What agreements, their terms and pauses refuse. */
export const agreementFaults = {
  'verification/over':
    'The verification of the duty officer is over. Verify her anew if she shall have RED again.',
  'agreement/not-your-role':
    'Your organization has not the role that this step needs. The agreement says who may take it.',
  'agreement/other-party': 'You may not record this for another party. Ask that party.',
  'agreement/ended': 'The agreement has ended. Draft a new one.',
  'agreement/end-recorded': 'The end of the agreement is recorded already.',
  'agreement/not-in-force': 'The agreement is not in force. It says which steps are missing.',
  'agreement/parent':
    'The instrument does not fit what it stands below. Name an agreement of yours that all have signed.',
  'agreement/parties':
    'The parties do not fit together: name those who sign and the CERTs that carry it out, each once.',
  'agreement/reference': 'The reference has to begin with the code of your country.',
  'agreement/reference-taken': 'Another agreement has this reference. Choose another.',
  'agreement/recorded-already': 'The same was recorded a moment ago. Read the agreement again.',
  'agreement/drafter': 'Your organization may not draft this agreement. A party or its ministry does.',
  'agreement/succession': 'A draft like this cannot supersede that agreement.',
  'agreement/effective-instant':
    'The time does not fit what is recorded. Leave it out for now, or give a later one.',
  'agreement/notice-period':
    'The period of notice of the terms is not kept. Leave out when the agreement ends, and it is computed; until then the exchange can be suspended.',
  'agreement/on-behalf': 'What is recorded on behalf of someone needs a name and the hash of its evidence.',
  'terms/absent': 'There are no terms of this number.',
  'terms/grants': 'The grants break a rule of terms. Mend them as the message says.',
  'terms/wider-than-parent':
    'This is wider than what the agreement above says. Narrow it, or have that agreement amended first.',
  'terms/left-to-parent': 'The agreement above says this. Say it as that does, or leave it out.',
  'terms/expiry': 'The expiry of the terms has passed. Propose terms that expire later.',
  'terms/not-submitted': 'The terms were not submitted yet. Submit them first.',
  'terms/submitted-already': 'The terms were submitted already.',
  'terms/approved-already': 'The party has approved the terms already.',
  'terms/signed-already': 'The party has signed the terms already.',
  'terms/incomplete':
    'An approval or a signature is missing. Terms enter into force when all have consented.',
  'terms/entered-already': 'The terms have entered into force already.',
  'terms/overtaken': 'Other terms have overtaken these. Propose new ones on the basis of the present ones.',
  'terms/rejected': 'The terms were rejected. Propose others.',
  'terms/withdrawn': 'The terms were withdrawn. Propose others.',
  'terms/agreed': 'All have approved and signed the terms. Nobody withdraws them alone any more.',
  'terms/not-signed': 'The party has yet to sign the terms.',
  'terms/notified-already': 'The party has given notice of readiness already.',
  'terms/no-notification': 'These terms wait for no notice of readiness.',
  'terms/condition':
    'The condition of the terms does not hold yet. Their page says from when they may enter into force.',
  'text/fixed': 'The terms are signed, and their text in this language is there already. It stays as it is.',
  'text/too-many': 'The terms have as many texts as they may have, those that were replaced included.',
  'corrigendum/overtaken': 'Later terms are recorded to enter into force. Mend those once they have.',
  'corrigendum/pending': 'A corrigendum waits for its confirmation already.',
  'corrigendum/nothing': 'It says the same as the terms in force.',
  'corrigendum/fixed':
    'A corrigendum changes neither parties nor what was agreed about the entry into force.',
  'corrigendum/confirmed-already': 'Your side has confirmed the corrigendum already.',
  'terms/corrigendum':
    'A corrigendum is confirmed; it is neither approved nor signed, and other terms are not confirmed.',
  'fact/absent': 'There is no such fact of this agreement.',
  'fact/counts-already': 'The fact counts already. Nothing is left to do.',
  'fact/second-person': 'Somebody else of your organization has to confirm this.',
  'pause/direction': 'The direction does not fit the agreement. Name one that it has.',
  'pause/interval': 'The times do not fit together: it starts now or later, and ends after that.',
  'pause/open-already': 'There is such a pause already. Leave it, or end it first.',
  'pause/over': 'The pause is over. Nothing is left to do.',
  'pause/not-yours': 'Another organization made this pause. Ask that to end it.',
  'pause/requested-already': 'Its end was asked for already. A colleague has to confirm it.',
  'pause/not-requested': 'Nobody has asked for its end. Ask for it first.',
  'pause/second-person': 'Somebody else has to confirm the end of the pause. Ask a colleague.',
  'pause/no-grant':
    'No agreement lets your organization send anything to that team, so there is nothing to stop.',
  'contact-round/open': 'You have asked this organization before, and that is not answered yet.',
  'contact-round/reminded': 'This step was told before, and each is told once.',
  'contact-round/not-asker': 'Only who asked reminds.',
  'contact-round/not-due': 'It is answered, or not due within seven days.',
  'activity/over': 'What became of it is recorded already.',
  'activity/not-organizer': 'Only an organizer records what became of it.',
  'activity/not-yet': 'It is not over yet. Record it when it is, or call it off.',
  'activity/not-done': 'Evidence is added once it is recorded that it has taken place.',
} as const;
