/** Each rule of disclosure by its id, which is never translated: what it is called. */
export const ruleNames = {
  'D-01': 'Ownership',
  'D-02': 'Public release',
  'D-03': 'Grant in force',
  'D-04': 'TLP ceiling',
  'D-05': 'Kind of information',
  'D-06': 'Category',
  'D-07': 'Sector',
  'D-08': 'Severity',
  'D-09': 'Nexus',
  'D-10': 'Need',
  'D-11': 'PAP',
  'D-12': 'Channel and purpose',
  'D-13': 'Release approval',
  'D-14': 'Embargo',
  'D-15': 'Audience',
  'D-16': 'RED',
  'D-17': 'Third-party content',
  'D-18': 'National overlay',
  'D-19': 'State',
  'D-20': 'Constituents',
  'D-21': 'Correction',
  'D-22': 'Reach back',
  'D-23': 'Child instrument',
  'D-24': 'Product type',
  'D-25': 'Named source',
  'T-01': 'Victim identity',
  'T-02': 'Source attribution',
  'T-03': 'Personal data',
  'T-04': 'Refused parts',
} as const;

/** What a rule has found that passes. */
export const rulePasses = {
  'D-01': 'The organization that reads is the owner of the item.',
  'D-02': 'The version is marked CLEAR and was released to the public.',
  'D-03':
    'The terms are approved, signed and in force at this instant, and sharing of this item is not paused.',
  'D-04': 'The marking of the item is not above the ceiling for its kind of information.',
  'D-05': 'The kind of information is among those that the grant lists.',
  'D-06': 'Every category of the item is among those that the grant lists.',
  'D-07': 'Every sector of the item is among those that the grant lists.',
  'D-08': 'The severity lies within the bounds of the grant.',
  'D-09': 'The item affects whom the grant asks for.',
  'D-10': 'An open request of the recipient was answered with this item.',
  'D-11': 'What may be done with the item is within the ceiling of the grant.',
  'D-12': 'The grant lets the item leave by this channel and for this purpose.',
  'D-13': 'Somebody who is not an author of the version released it.',
  'D-14': 'The embargo is over at this instant.',
  'D-15': 'The team is in the audience of the item.',
  'D-16': 'The person is named by the item, and its owner holds her verified as a duty officer.',
  'D-17': 'The source of the content consents.',
  'D-18': 'No national rule stands against it.',
  'D-19': 'The version is the one that is released now.',
  'D-20': 'The terms let it reach this constituent, and its parent passes it on.',
  'D-21': 'A notice without content may still go to those who received the item.',
  'D-22': 'The version was released within the time that the grant reaches back.',
  'D-23':
    'Every instrument below the agreement that speaks of this kind of information admits the item as well.',
  'D-24': 'Every product type of the item is one that the grant lets go.',
  'D-25': 'The source is told with the item.',
} as const;

/** What a rule has found that forbids. */
export const ruleForbids = {
  'D-01': 'The item belongs to another organization than the one that reads.',
  'D-02': 'The version is not marked CLEAR, or nobody released it to the public.',
  'D-03':
    'At this instant the terms are not in force: an approval, a signature or the entry into force is missing, they are past their end, or sharing is suspended or stopped, be it for this kind of information alone.',
  'D-04':
    'The marking of the item is above the ceiling for its kind of information, or one of the two is missing. A marking is never lowered to fit.',
  'D-05': 'The kind of information is missing, or not among those that the grant lists.',
  'D-06': 'The item has no category, or one that the grant does not list.',
  'D-07': 'The item has no sector, or one that the grant does not list.',
  'D-08': 'The severity is missing, or lies outside the bounds of the grant.',
  'D-09': 'The item affects nobody whom the grant asks for, or it is not said whom it affects.',
  'D-10': 'The grant lets go only what was asked for, and no open request was answered with this item.',
  'D-11': 'What may be done with the item is narrower than the ceiling of the grant, or is not said.',
  'D-12': 'The grant does not let the item leave by this channel, or for this purpose.',
  'D-13': 'Nobody released the version, or one of its own authors did.',
  'D-14': 'The version is under embargo at this instant; not even its existence is told.',
  'D-15': 'The team is not in the audience of the item, or is excluded from it.',
  'D-16':
    'RED goes to named persons only who are verified as duty officers at this instant, and this is none of them.',
  'D-17': 'The content came from another publisher, and no consent of it covers this.',
  'D-18': 'A national rule of one side does not let it go there.',
  'D-19': 'The version is a draft, was followed by a later one, or the item is withdrawn.',
  'D-20': 'The terms do not let it reach this constituent, or its parent does not pass it on.',
  'D-21': 'The team never received the item, or the terms allow no corrections after their end.',
  'D-22': 'The version was released before the time that the grant reaches back to.',
  'D-23':
    'An instrument below the agreement speaks of this kind of information, and does not admit the item, or is suspended.',
  'D-24': 'The item is of a product type that the grant does not let go, or it is not said of which.',
  'D-25': 'The terms ask that the source is named, and something does not let it be told.',
} as const;

/** Why a rule does not apply. */
export const ruleNotApplicable = {
  'D-03': 'A correction may go although the terms are not in force; rule D-21 says so.',
  'D-10': 'The grant lets items go without a request.',
  'D-12': 'The question names no channel and no purpose.',
  'D-14': 'The version has no embargo.',
  'D-16': 'The item is not marked RED.',
  'D-17': 'The content is the owner’s own, or free to pass on.',
  'D-20': 'The team is itself the recipient of the grant.',
  'D-21': 'The question is about the content, not about a notice.',
  'D-23': 'No instrument below the agreement that is in force speaks of this kind of information.',
  'D-24': 'The grant asks for no product type.',
  'D-25': 'The terms do not ask that sources are named, or the item tells of none.',
} as const;

/** What becomes of a part of an item. */
export const partActions = {
  drop: 'The part is left out.',
  pseudonym: 'The victim goes under a pseudonym.',
  sectors: 'In place of the victim the sectors of the item are named.',
  issuer: 'In place of the source the team that issues the item is named.',
} as const;

/** What a team owes; the value follows. */
export const obligationRules = {
  'O-01': 'It is used for these purposes only:',
  'O-02': 'It is not used for these purposes:',
  'O-03': 'How far it may be passed on:',
  'O-04': 'It is destroyed after this number of days:',
  'O-05': 'The originator is told of a loss or misuse within this number of hours:',
  'O-06': 'Its arrival is acknowledged within:',
  'O-07': 'How it is done away with:',
  'O-08': 'Who may hold destruction for legal reasons:',
  'O-09': 'When a court or an authority compels to disclose it:',
  'O-10': 'After the end of the agreement:',
  'O-11': 'For how long it lives on after the end of the agreement:',
  'O-12': 'What the originator hopes to be told, without a date:',
  'O-14': 'This stands on every document:',
  'O-15': 'Whether it is sent encrypted only:',
  'O-16': 'Whether it is kept encrypted only:',
  'O-17': 'What may be done with it (IEP 2.0):',
  'O-18': 'Whether whom it affects may be told:',
  'O-19': 'Who may have it:',
  'O-20': 'The national level at which it is held:',
} as const;
