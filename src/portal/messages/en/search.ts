export const search = {
  title: 'Search',
  words: 'Words or a short reference',
  submit: 'Search',
  help:
    'You find what you may see: items of your own, what is shared with you, reports, agreements and organizations. A short reference, as PK-7QX4-M2F9-3, leads straight to its item.',
  nothing: 'Nothing was found that you may see.',
  noWord: 'Type a word or a short reference.',
  mistyped: 'The reference is mistyped or misheard: its last character does not fit the others.',
  shown: '{count, plural, one {# is shown} other {# are shown}}',
  more: 'There are more. Add a word to narrow it down.',
  ownAdvisories: 'Advisories of your organization',
  sharedAdvisories: 'Advisories shared with you',
  ownIncidents: 'Incidents of your organization',
  sharedIncidents: 'Incidents shared with you',
  reports: 'Reports',
  agreements: 'Agreements',
  organizations: 'Organizations',
} as const;
