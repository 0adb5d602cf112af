import type { Template } from './template';

/** For a centre, training or joint research, as with the ITU: parties are ministries and bodies that are no CERT. */
export const CAPACITY_AGREEMENT: Template = {
  name: 'capacity-agreement',
  title: 'Capacity agreement that grants nothing',
  summary:
    'A centre, training or research with a body that is no partner in exchange: it is on record, and grants nothing.',
  kind: 'host_or_capacity_agreement',
  // Nobody operates an exchange under it.
  roles: ['signatory'],
  // Nothing is shared, so nothing is left to correct.
  corrections: 'none',
  // Nothing is exchanged, so nobody is called; what is built is looked at once a year.
  contactVerificationDays: null,
  meetingsDays: 365,
  years: null,
  noticeDays: null,
  // No disclosure right follows from activities. The rules refuse any grant in an agreement of this kind.
  grant: null,
};
