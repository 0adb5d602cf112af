/** Instants leave SQL as milliseconds, so that nothing is rounded on the way. */
const organization = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'handle', ${alias}.handle, 'name', ${alias}.name, 'kind', ${alias}.kind, 'country', ${alias}.country)`;

/** Parties with their roles, by rows that name an organization and a role. */
const parties = (rows: string): string => `
  SELECT COALESCE(jsonb_agg(jsonb_build_object('organization', ${organization('o')}, 'roles', p.roles) ORDER BY o.handle), '[]')
  FROM (SELECT organization_id, jsonb_agg(DISTINCT role ORDER BY role) AS roles FROM ${rows} p GROUP BY organization_id) p
  JOIN organization o ON o.id = p.organization_id`;

const grants = `
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', g.id, 'from', g.from_id, 'to', g.to_id, 'clause', g.clause, 'clauses', g.clauses,
      'categories', CASE WHEN g.any_category THEN '"any"'::jsonb ELSE to_jsonb(g.categories) END,
      'sectors', CASE WHEN g.any_sector THEN '"any"'::jsonb ELSE to_jsonb(g.sectors) END,
      'severity', CASE WHEN g.severity_least IS NULL AND g.severity_most IS NULL THEN '"any"'::jsonb
        ELSE jsonb_build_object('least', g.severity_least, 'most', g.severity_most) END,
      'nexus', g.nexus, 'papCeiling', COALESCE(g.pap_ceiling, 'any'), 'channels', COALESCE(to_jsonb(g.channels), '"any"'),
      'nexus', g.nexus, 'papCeiling', COALESCE(g.pap_ceiling, 'any'),
      'victimIdentity', g.victim_identity, 'sourceAttribution', g.source_attribution, 'personalData', g.personal_data,
      'thirdPartyContent', g.third_party_content, 'productTypesOnly', g.product_types_only, 'productTypesExcept', g.product_types_except,
      'defaultLabel', g.default_label, 'respondWithin', g.respond_within, 'updateIntervalHours', g.update_interval_hours,
      'need', g.need, 'amberReach', CASE g.amber_reach WHEN 'named_constituents' THEN (SELECT jsonb_agg(o.handle ORDER BY o.handle COLLATE "C")
        FROM organization o WHERE o.id = ANY (g.reach_named)) ELSE to_jsonb(g.amber_reach) END,
      'obligations', g.obligations, 'releaseApproval', g.release_approval, 'emergencyUpTo', g.emergency_up_to,
      'reachBack', CASE g.reach_back WHEN 'date' THEN to_jsonb(app.millis(g.reach_back_from)) ELSE to_jsonb(g.reach_back) END,
      'informationTypes', (SELECT jsonb_agg(jsonb_build_object('type', i.information_type, 'tlp_ceiling', i.tlp_ceiling)
        ORDER BY i.information_type) FROM grant_information_type i WHERE i.grant_id = g.id)) ORDER BY g.id), '[]')
  FROM exchange_grant g WHERE g.terms_version_id = t.id`;

/** Of the viewer's own releases: how many there are is nobody else's to know. */
const matching = `
  SELECT jsonb_build_object('of', m.released, 'done', LEAST(m.versions, m.released), 'beganAt', app.millis(m.began_at),
    'finishedAt', app.millis(m.finished_at))
  FROM entitlement_matching m WHERE m.terms_version_id = t.id AND m.owner_id = app.viewer_org()`;

const otherClauses = `
  SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', l.number, 'language', NULLIF(l.language, ''), 'heading', l.heading,
      'text', l.body, 'owner_role', l.owner_role, 'owner', (SELECT o.handle FROM organization o WHERE o.id = l.owner_id), 'binding', l.binding))
    ORDER BY l.number COLLATE "C", l.language COLLATE "C"), '[]')
  FROM terms_clause l WHERE l.terms_version_id = t.id`;

const corrigendum = `
  SELECT jsonb_build_object('corrects', t.amends, 'needsCounterpart', k.needs_counterpart, 'reason', k.reason, 'clause', k.clause,
    'evidence', encode(k.evidence_sha256, 'hex'))
  FROM corrigendum k WHERE k.terms_version_id = t.id`;

/** Without their bytes. */
const texts = `
  SELECT COALESCE(jsonb_agg(jsonb_build_object('language', x.language, 'number', x.number, 'mediaType', x.media_type, 'bytes', length(x.content),
      'sha256', encode(x.sha256, 'hex'), 'uploadedBy', (SELECT o.handle FROM organization o WHERE o.id = x.uploaded_by_org),
      'uploadedAt', app.millis(x.uploaded_at)) ORDER BY x.language COLLATE "C"), '[]')
  FROM (SELECT DISTINCT ON (language) * FROM terms_text WHERE terms_version_id = t.id ORDER BY language, number DESC) x`;

/** The latest. */
const description = `
  SELECT jsonb_build_object('binding', d.binding, 'languages', d.languages, 'prevailingLanguage', d.prevailing_language,
    'registryNumber', d.registry_number, 'classification', d.classification,
    'describedBy', (SELECT o.handle FROM organization o WHERE o.id = d.described_by_org), 'describedAt', app.millis(d.described_at))
  FROM agreement_description d WHERE d.agreement_id = a.id ORDER BY d.number DESC LIMIT 1`;

const terms = `
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number, 'createdAt', app.millis(t.created_at), 'amends', t.amends,
      'expiresAt', app.millis(t.expires_at), 'entry', CASE WHEN t.entry_rule IS NOT NULL THEN
        jsonb_build_object('rule', t.entry_rule, 'date', app.millis(t.entry_date), 'days', t.entry_days) END, 'noticeDays', t.notice_days, 'corrections', t.corrections,
      'contactVerificationDays', t.contact_verification_days, 'meetingsDays', t.meetings_days, 'sha256', encode(t.canonical_sha256, 'hex'),
      'clauses', COALESCE(t.clauses, '{}'), 'otherClauses', (${otherClauses}), 'texts', (${texts}),
      'parties', (${parties('app.terms_parties(t.id)')}), 'joining', (SELECT COALESCE(jsonb_agg(DISTINCT o.handle ORDER BY o.handle), '[]')
        FROM accession j JOIN organization o ON o.id = j.organization_id WHERE j.terms_version_id = t.id),
      'proposedBy', (SELECT o.handle FROM organization o WHERE o.id = t.created_by_org), 'grants', (${grants}), 'matching', (${matching}), 'corrigendum', (${corrigendum})) ORDER BY t.number), '[]')
  FROM terms_version t WHERE t.agreement_id = a.id`;

const facts = `
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'party', f.party_id,
      'terms', (SELECT t.number FROM terms_version t WHERE t.id = f.terms_version_id),
      'effectiveAt', app.millis(f.effective_at), 'recordedAt', app.millis(f.recorded_at), 'recordedBy', f.recorded_by,
      'recordedByOrg', f.recorded_by_org, 'secondPerson', f.second_person_required, 'confirmedAt', app.millis(c.confirmed_at),
      'person', first.name, 'confirmedByPerson', second.name, 'onBehalfOf', f.on_behalf_of, 'reason', f.reason, 'signedBy', f.signed_by,
      'evidence', encode(f.evidence_sha256, 'hex')) ORDER BY f.recorded_at,
      array_position(ARRAY['submitted', 'approved', 'signed', 'rejected', 'withdrawn', 'notified', 'corrected', 'correction_confirmed', 'entered_into_force', 'notice_given', 'ended'], f.kind), f.id), '[]')
  FROM agreement_fact f
  LEFT JOIN agreement_fact_confirmation c ON c.fact_id = f.id
  LEFT JOIN account first ON first.id = f.recorded_by
  LEFT JOIN account second ON second.id = c.confirmed_by
  WHERE f.agreement_id = a.id`;

/** One pause `p` with its resumption `r` and that one's confirmation `c`; see pauseSource. */
export const pauseObject = `jsonb_build_object('id', p.id, 'kind', p.kind,
  'agreement', (SELECT x.reference FROM agreement x WHERE x.id = p.agreement_id),
  'from', p.from_id, 'to', p.to_id, 'informationTypes', to_jsonb(p.information_types), 'recordedByOrg', p.recorded_by_org,
  'fromHandle', (SELECT o.handle FROM organization o WHERE o.id = p.from_id),
  'toHandle', (SELECT o.handle FROM organization o WHERE o.id = p.to_id),
  'recordedByHandle', (SELECT o.handle FROM organization o WHERE o.id = p.recorded_by_org),
  'startsAt', app.millis(p.starts_at), 'endsAt', app.millis(p.ends_at), 'reviewAt', app.millis(p.review_at),
  'recordedAt', app.millis(p.recorded_at), 'grounds', p.grounds, 'evidence', encode(p.evidence_sha256, 'hex'),
  'person', (SELECT n.name FROM account n WHERE n.id = p.recorded_by),
  'resumption', CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'requestedBy', r.requested_by,
    'requestedAt', app.millis(r.requested_at), 'effectiveAt', app.millis(r.effective_at), 'confirmedAt', app.millis(c.confirmed_at),
    'reason', r.reason, 'person', (SELECT n.name FROM account n WHERE n.id = r.requested_by),
    'confirmedByPerson', (SELECT n.name FROM account n WHERE n.id = c.confirmed_by)) END)`;

export const pauseSource = `exchange_pause p
  LEFT JOIN exchange_resumption r ON r.pause_id = p.id
  LEFT JOIN exchange_resumption_confirmation c ON c.resumption_id = r.id`;

// Stops name no agreement: they concern every one that grants in their direction.
const pauses = `
  SELECT COALESCE(jsonb_agg(${pauseObject} ORDER BY p.recorded_at, p.id), '[]') FROM ${pauseSource}
  WHERE p.agreement_id = a.id OR (p.agreement_id IS NULL AND EXISTS (
    SELECT 1 FROM exchange_grant g WHERE g.agreement_id = a.id AND g.from_id = p.from_id AND g.to_id = p.to_id))`;

const span = (id: string): string => `
  SELECT jsonb_build_object('begins', app.millis(s.begins), 'ends', app.millis(s.ends)) FROM app.agreement_span(${id}) s`;
const link = `jsonb_build_object('reference', other.reference, 'title', other.title, 'former', l.former, 'span', (${span('other.id')}))`;

const succession = `'span', (${span('a.id')}),
  'superseded', (SELECT jsonb_build_object('from', app.millis(s.since), 'ends', app.millis(s.ends)) FROM app.agreement_superseded(a.id) s),
  'supersedes', (SELECT ${link} FROM supersession l JOIN agreement other ON other.id = l.predecessor_id WHERE l.successor_id = a.id),
  'supersededBy', (SELECT COALESCE(jsonb_agg(${link} ORDER BY other.reference COLLATE "C"), '[]') FROM supersession l
    JOIN agreement other ON other.id = l.successor_id WHERE l.predecessor_id = a.id)`;

/** One agreement `a` with all that was ever recorded of it, in one value: a Dossier. */
export const dossierObject = `jsonb_build_object('id', a.id, 'reference', a.reference, 'title', a.title, 'kind', a.kind,
  'createdAt', app.millis(a.created_at), 'parent', CASE WHEN a.parent_id IS NOT NULL THEN app.what_stands_above(a.id) END,
  'below', (SELECT COALESCE(jsonb_agg(c.reference ORDER BY c.reference COLLATE "C"), '[]') FROM agreement c WHERE c.parent_id = a.id),
  'drafter', (SELECT ${organization('o')} FROM organization o WHERE o.id = a.drafted_by_org),
  'parties', (${parties('app.agreement_parties(a.id)')}),
  'description', (${description}), 'terms', (${terms}), 'facts', (${facts}), 'pauses', (${pauses}), ${succession})`;
