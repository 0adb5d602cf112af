/** What is owed under agreements, summed up. */
export const register = {
  title: 'Obligations',
  owedByUs: 'Your team owes',
  owedToUs: 'Your team is owed',
  sets: '{count, plural, =0 {nothing} one {# set} other {# sets}}{overdue, plural, =0 {} other {, # overdue}}',
  paused: 'Held or disputed',
  nextDue: 'Next due',
  what: 'A set is what arrived together: to be acknowledged, destroyed or returned in time. A system acknowledges by pulling on.',
  needOwed:
    '{count, plural, one {# obligation of your team is overdue under {agreement}.} other {# obligations of your team are overdue under {agreement}.}}',
  needOwing:
    '{count, plural, one {# obligation to your team is overdue under {agreement}.} other {# obligations to your team are overdue under {agreement}.}}',
} as const;
