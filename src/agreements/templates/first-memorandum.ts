import type { Template } from './template';

/** For two teams that have not worked together: it lets go what hurts nobody if it goes astray. */
export const FIRST_MEMORANDUM: Template = {
  name: 'first-memorandum',
  title: 'Cautious first memorandum',
  summary:
    'Two national CERTs that have not worked together: GREEN at most, no victims, sources or persons, three years.',
  kind: 'mou',
  roles: ['signatory', 'operating_cert'],
  // What was withdrawn or was wrong is told even after the end: a mistake outlives the agreement.
  corrections: 'allowed',
  // Nobody is reached by a contact of two years ago, and a partner whom one never meets is none.
  contactVerificationDays: 365,
  meetingsDays: 365,
  // The memorandum of the CERTs of China, Japan and Korea was looked at again every three years.
  years: 3,
  noticeDays: 30,
  grant: {
    clause: 'Art. 3',
    // What both would tell a wider community anyway. Details of incidents, samples and evidence come with trust, and
    // unpublished vulnerabilities never by a form: the law of one side may forbid that they leave the country.
    information_types: [
      { type: 'indicator', tlp_ceiling: 'GREEN' },
      { type: 'incident_summary', tlp_ceiling: 'GREEN' },
      { type: 'vulnerability_published', tlp_ceiling: 'GREEN' },
      { type: 'threat_report', tlp_ceiling: 'GREEN' },
      { type: 'best_practice', tlp_ceiling: 'GREEN' },
    ],
    // The label is the bound, and a list of categories would only be guessed before there is any experience.
    categories: 'any',
    sectors: 'any',
    severity: 'any',
    // Published vulnerabilities and good practice affect no country in particular; a nexus would keep them back.
    nexus: 'any',
    // Nothing that the recipient could not use to defend itself in the open.
    pap_ceiling: 'GREEN',
    // Channels of which the record holds the bytes that left; a telephone call leaves none.
    channels: ['portal', 'rest', 'csaf', 'taxii', 'misp'],
    victim_identity: 'omit',
    source_attribution: 'must_not',
    personal_data: 'none',
    third_party_content: 'with_consent',
    product_types: 'any',
    default_label: 'none',
    // Two weeks: whoever asks for the first time is asked back, and a refusal is an answer, too.
    respond_within: { minutes: 20_160 },
    // A word a week: that the question is not lost.
    update_interval_hours: 168,
    need: 'push',
    // TLP 2.0 lets AMBER reach the constituents of a national CERT. Nothing AMBER goes; should an amendment let it,
    // it stays with the team until that is said as well.
    amber_reach: 'own_organisation',
    release_approval: [{ needs: 'four_eyes' }],
    // What was released before was released without this partner in view.
    reach_back: 'none',
    obligations: {
      permitted_purposes: ['network_defence', 'incident_response'],
      // Each of them has ended the trust between two teams before.
      prohibited_purposes: [
        'offensive_use',
        'public_attribution',
        'evidence_in_proceedings',
        'commercial_use',
        'sanctions',
      ],
      onward_sharing: 'with_prior_written_consent',
      // Long enough for the statistics of a year.
      retention_days: 365,
      // The early warning that European law asks for (NIS2, Art. 23).
      breach_notice_hours: 24,
      // Who sends does not know yet how the other works with whom it affects.
      affected_party_notice: 'via_originator',
      access: { need_to_know: true, contractors_bound: true },
    },
  },
};
