/** Who would get an item by a release, under what, and who nearly would. */
export const recipients = {
  underGrant: 'Under {agreement}, terms version {terms}, {clause}.',
  underPublic: 'It is public.',
  recipients: 'Who gets it',
  recipientsCount: '{count, number} of {teams, number} teams with which there is an agreement.',
  noRecipients: 'Nobody outside your organization gets it as it is labelled now.',
  nearMisses: 'Who nearly gets it',
  nearMissesHelp:
    'For these teams one rule or two stand against it. If one of them should have it, change the handling first.',
  personGets: 'gets it',
  personDoesNot: 'does not get it',
  partsWhole: 'All parts go as they are.',
  partsChanged: 'What is changed or left out for this team:',
  everybody: 'Everybody',
} as const;
