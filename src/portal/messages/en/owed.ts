/** Terms that the register of obligations watches over, as sentences. */
export const owed = {
  acknowledgeOpen: '{to} need not say that it has arrived.',
  acknowledgeWithin: '{to} acknowledges what arrives within {time}.',
  withSeverity: 'With severity {severity}: within {time}.',
  aroundTheClock: 'The time runs around the clock.',
  workingHours:
    'The time runs on {days} from {from} to {until} ({zone}){holidays, plural, =0 {} one {, but for # holiday} other {, but for # holidays}}.',
  respondOpen: '{from} promises no time for answers to what {to} asks for.',
  respondWithin: '{from} answers or refuses what {to} asks for within {time}.',
  updateOpen: '{from} need not say how far it is with what {to} asks for.',
  updateEvery:
    'Every {hours, plural, one {hour} other {# hours}}, as long as a request for information of {to} is open and unanswered, {from} says how far it is.',
  destructionOpen: 'How {to} does away with what it may no longer keep is not said.',
  means_delete:
    'What {to} may no longer keep it deletes{certificate, plural, =1 {, and certifies that to {from}} other {}}. Logs and backups {exempt, plural, =1 {may be kept} other {are no exception}}.',
  means_return:
    'What {to} may no longer keep it returns to {from}{certificate, plural, =1 {, with a certificate} other {}}. Logs and backups {exempt, plural, =1 {may be kept} other {are no exception}}.',
  holdNobody: 'Nobody may hold destruction for legal reasons.',
  hold_recipient: '{to} may hold destruction for legal reasons.',
  hold_originator: '{from} may hold destruction for legal reasons.',
  hold_either: '{from} and {to} may each hold destruction for legal reasons.',
  compelledOpen: 'What {to} does when a court or an authority compels it to disclose is not said.',
  compelled_notify_before: 'Before a court or an authority compels {to} to disclose it, {to} tells {from}.',
  compelled_notify_at_once:
    'When a court or an authority compels {to} to disclose it, {to} tells {from} at once.',
  compelled_resist_where_lawful:
    'Where the law lets it, {to} resists a court or an authority that compels it to disclose, and tells {from}.',
  afterOpen: 'What becomes of it after the end of the agreement is not said.',
  after_keep_under_terms: 'After the end of the agreement {to} keeps it under these terms.',
  after_destroy:
    'Within {days, plural, one {# day} other {# days}} after the end of the agreement {to} destroys it.',
  after_return:
    'Within {days, plural, one {# day} other {# days}} after the end of the agreement {to} returns it to {from}.',
  survivalOpen: 'What {to} owes lives on after the end of the agreement, without an end.',
  survival:
    'After the end of the agreement, of what {to} owes, live on: {each}. All else lives on without an end.',
  survivesSo: '{what} {long}',
  survivesYears: 'for {years, plural, one {# year} other {# years}}',
  survivesEver: 'without an end',
  survives_confidentiality: 'confidentiality',
  survives_purposes: 'purposes',
  survives_onward_sharing: 'limits to passing on',
  survives_retention: 'times of keeping',
  survives_attribution: 'rules on naming sources and victims',
  feedbackOpen: '{from} expects to hear nothing of what becomes of it.',
  feedback:
    '{from} hopes to hear from {to}: {each}. It has no date, and nothing follows where it does not come.',
  feedback_sightings: 'where it was seen',
  feedback_false_positives: 'what proved false',
  feedback_usefulness: 'how useful it was',
  surviving: 'What lives on after the end',
  owedBy: 'Owed by',
  owedTo: 'Owed to',
  byTerms: 'Terms',
  livesOn: 'What',
  livesUntil: 'Until',
} as const;
