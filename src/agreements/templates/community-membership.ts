import type { Template } from './template';

/** For the members of a community such as APCERT: everybody lets everybody have the same. Others join later. */
export const COMMUNITY_MEMBERSHIP: Template = {
  name: 'community-membership',
  title: 'Community membership',
  summary:
    'Members of a community: everybody shares the same with everybody, mostly GREEN, until a member gives notice.',
  kind: 'community_membership',
  roles: ['signatory', 'operating_cert'],
  corrections: 'allowed',
  // A community meets when it will; its list of contacts is only worth something while it holds.
  contactVerificationDays: 365,
  meetingsDays: null,
  // A membership lasts until somebody leaves; then the others go on.
  years: null,
  noticeDays: 90,
  grant: {
    clause: 'Art. 3',
    // GREEN is the label for a community. What is AMBER stays with the member: with many recipients a copy too many
    // is not traced. No samples, evidence or details of one incident: these go to whom they concern.
    information_types: [
      { type: 'indicator', tlp_ceiling: 'AMBER+STRICT' },
      { type: 'incident_summary', tlp_ceiling: 'GREEN' },
      { type: 'vulnerability_published', tlp_ceiling: 'GREEN' },
      { type: 'threat_report', tlp_ceiling: 'AMBER+STRICT' },
      { type: 'statistics', tlp_ceiling: 'GREEN' },
      { type: 'best_practice', tlp_ceiling: 'GREEN' },
    ],
    categories: 'any',
    sectors: 'any',
    severity: 'any',
    nexus: 'any',
    pap_ceiling: 'AMBER',
    channels: 'any',
    victim_identity: 'omit',
    // Members answer to each other by name; those who told a member do not.
    source_attribution: 'must_not',
    personal_data: 'none',
    third_party_content: 'with_consent',
    product_types: 'any',
    // As APCERT’s policy has it: what nobody marked is AMBER.
    default_label: 'AMBER',
    // A member that answers within a month is a member; small teams take part as well.
    respond_within: { minutes: 43_200 },
    update_interval_hours: 336,
    need: 'push',
    amber_reach: 'own_organisation',
    release_approval: [{ needs: 'four_eyes' }],
    // Who joins receives nothing from before, unless it is released again.
    reach_back: 'none',
    obligations: {
      permitted_purposes: ['network_defence', 'incident_response', 'statistics', 'research'],
      prohibited_purposes: ['offensive_use', 'public_attribution', 'commercial_use'],
      // The marking says how far: a community lives of what its members pass on. Nor is a date of destruction set
      // that nobody in a community of many would check.
      breach_notice_hours: 72,
      affected_party_notice: 'may',
    },
  },
};
