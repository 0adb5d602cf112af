/** Terms of a grant that may each name the clause they stand for. */
export const GRANT_CLAUSES = [
  'information_types',
  'categories',
  'sectors',
  'severity',
  'nexus',
  'pap_ceiling',
  'channels',
  'victim_identity',
  'source_attribution',
  'personal_data',
  'need',
  'amber_reach',
  'reach_back',
  'release_approval',
  'emergency_release',
  'third_party_content',
  'product_types',
  'default_label',
  'permitted_purposes',
  'prohibited_purposes',
  'onward_sharing',
  'retention_days',
  'breach_notice_hours',
  'acknowledge_within',
  'destruction',
  'legal_hold',
  'compelled_disclosure',
  'post_termination',
  'marking',
  'encryption_in_transit',
  'encryption_at_rest',
  'permitted_actions',
  'affected_party_notice',
  'access',
  'classification_map',
] as const;

/** What is said of the whole terms, likewise. */
export const TERMS_CLAUSES = [
  'expires_at',
  'entry_condition',
  'notice_days',
  'corrections',
  'contact_verification_days',
  'meetings_days',
] as const;

export type GrantClauses = Partial<Record<(typeof GRANT_CLAUSES)[number], string>>;
export type TermsClauses = Partial<Record<(typeof TERMS_CLAUSES)[number], string>>;
