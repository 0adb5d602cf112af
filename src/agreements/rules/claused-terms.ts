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
  'permitted_purposes',
  'prohibited_purposes',
  'onward_sharing',
  'retention_days',
  'breach_notice_hours',
] as const;

/** What is said of the whole terms, likewise. */
export const TERMS_CLAUSES = ['expires_at', 'entry_condition', 'notice_days', 'corrections'] as const;

export type GrantClauses = Partial<Record<(typeof GRANT_CLAUSES)[number], string>>;
export type TermsClauses = Partial<Record<(typeof TERMS_CLAUSES)[number], string>>;
