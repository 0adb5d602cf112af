import type { Template } from './template';

/** For two teams that handle incidents together, and have done so for a while. */
export const CLOSE_PARTNERSHIP: Template = {
  name: 'close-partnership',
  title: 'Close partnership',
  summary:
    'Two national CERTs that handle incidents together: AMBER, RED by name, requests both ways, five years.',
  kind: 'mou',
  roles: ['signatory', 'operating_cert'],
  corrections: 'allowed',
  // Who gets details at night has to be reached at night.
  contactVerificationDays: 180,
  meetingsDays: 180,
  // As long as the memorandum of CERT-RO and KrCERT stood before they renewed it.
  years: 5,
  noticeDays: 180,
  grant: {
    clause: 'Art. 3',
    // All that a joint case needs. RED only where somebody has to be called at night: it goes to duty officers who
    // were verified, by name. Unpublished vulnerabilities are left out: some laws forbid that they leave the
    // country, so whoever may send them adds them to her own direction.
    information_types: [
      { type: 'indicator', tlp_ceiling: 'AMBER' },
      { type: 'incident_summary', tlp_ceiling: 'AMBER' },
      { type: 'incident_detail', tlp_ceiling: 'RED' },
      { type: 'victim_notification', tlp_ceiling: 'RED' },
      { type: 'vulnerability_published', tlp_ceiling: 'AMBER' },
      { type: 'malware_sample', tlp_ceiling: 'AMBER' },
      { type: 'threat_report', tlp_ceiling: 'AMBER' },
      { type: 'forensic_data', tlp_ceiling: 'AMBER+STRICT' },
      { type: 'statistics', tlp_ceiling: 'AMBER' },
      { type: 'best_practice', tlp_ceiling: 'AMBER' },
    ],
    categories: 'any',
    sectors: 'any',
    severity: 'any',
    // Each warns the other of what is on its way, before it has affected either.
    nexus: 'any',
    // What may be used without the adversary noticing, and no more: PAP:RED is for one's own eyes.
    pap_ceiling: 'AMBER',
    channels: 'any',
    // The same victim is recognised from one report to the next, and named by whoever has its consent.
    victim_identity: 'pseudonym',
    source_attribution: 'may',
    // What is needed to act; in full it would need a legal basis in the clause.
    personal_data: 'minimised',
    third_party_content: 'with_consent',
    product_types: 'any',
    // As APCERT’s policy has it: what nobody marked is AMBER.
    default_label: 'AMBER',
    // Whoever handles a joint case waits for nobody longer than over a weekend.
    respond_within: { minutes: 4320, by_severity: { critical: 240, high: 1440 } },
    // Silence of a day on a joint case is taken for a no.
    update_interval_hours: 24,
    need: 'both',
    // TLP 2.0 would let AMBER reach the recipient's constituents; here the terms say so.
    amber_reach: 'all_constituents',
    release_approval: [{ needs: 'four_eyes' }, { tlp: 'RED', needs: 'duty_officer' }],
    reach_back: 'none',
    obligations: {
      permitted_purposes: [
        'network_defence',
        'incident_response',
        'victim_notification',
        'statistics',
        'research',
      ],
      // Courts and police have treaties of their own; a CERT that feeds them is told less.
      prohibited_purposes: [
        'offensive_use',
        'public_attribution',
        'evidence_in_proceedings',
        'commercial_use',
        'sanctions',
      ],
      onward_sharing: 'own_constituents',
      // Campaigns come back after years.
      retention_days: 1095,
      // What is lost here may hurt at once.
      breach_notice_hours: 6,
      // A system says so by pulling on; somebody is called where a night would be lost.
      acknowledge_within: { minutes: 1440, by_severity: { critical: 60, high: 240 } },
      destruction: { means: 'delete', certificate: true, logs_exempt: true },
      legal_hold: 'either',
      compelled_disclosure: 'notify_before',
      post_termination: { rule: 'destroy', days: 90 },
      // What was told in trust stays so; that a campaign was watched is history after ten years.
      survival: {
        confidentiality: 'indefinite',
        purposes: 10,
        onward_sharing: 'indefinite',
        attribution: 'indefinite',
      },
      // Whoever sends indicators learns by them what they were worth.
      feedback: ['sightings', 'false_positives', 'usefulness'],
      // Whoever finds a copy knows what it is, in her own language.
      marking: [
        {
          language: 'en',
          text: 'Received under an agreement between CERTs. Not to be passed on beyond its label.',
        },
        { language: 'ur', text: 'سرٹ اداروں کے باہمی معاہدے کے تحت موصول۔ لیبل سے آگے نہ دیا جائے۔' },
        { language: 'zh', text: '依据应急响应组织之间的协议收到。不得超出标签范围转发。' },
      ],
      // RED goes by telephone at night: only where both know that the line is encrypted.
      encryption_in_transit: 'must',
      encryption_at_rest: 'must',
      // What the adversary cannot trace back; more is asked for.
      permitted_actions: 'INTERNALLY VISIBLE ACTIONS',
      affected_party_notice: 'via_originator',
      access: { need_to_know: true, contractors_bound: true },
    },
  },
};
