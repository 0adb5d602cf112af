/** What a value has to be for a term; what is not listed is taken as it stands, and compared. */
type Check = (value: unknown) => boolean;
type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isList =
  (each: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(each);
const areTexts = isList(isText);
const textOrTexts: Check = (value) => isText(value) || areTexts(value);
const anyOrTexts: Check = (value) => value === 'any' || areTexts(value);
const ifGiven =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isNumber: Check = (value) => typeof value === 'number';

const isTruth: Check = (value) => typeof value === 'boolean';
/** An object with these members, as they have to be, and no others. */
const has =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(checks, name)) &&
    faultIn(value, checks) === null;
const isTime = has({
  minutes: isNumber,
  by_severity: ifGiven((value) => isObject(value) && Object.values(value).every(isNumber)),
  working_hours: ifGiven(
    has({ zone: isText, days: areTexts, from: isText, until: isText, holidays: ifGiven(areTexts) }),
  ),
});
const years = ifGiven((value) => value === 'indefinite' || isNumber(value));
const SURVIVAL = {
  ...{ confidentiality: years, purposes: years, onward_sharing: years },
  ...{ retention: years, attribution: years },
};
const OBLIGATIONS: Readonly<Record<string, Check>> = {
  permitted_purposes: ifGiven(areTexts),
  prohibited_purposes: ifGiven(areTexts),
  onward_sharing: ifGiven(isText),
  retention_days: ifGiven(isNumber),
  breach_notice_hours: ifGiven(isNumber),
  acknowledge_within: ifGiven(isTime),
  destruction: ifGiven(has({ means: isText, certificate: isTruth, logs_exempt: isTruth })),
  legal_hold: ifGiven(isText),
  compelled_disclosure: ifGiven(isText),
  post_termination: ifGiven(has({ rule: isText, days: ifGiven(isNumber) })),
  survival: ifGiven(has(SURVIVAL)),
  feedback: ifGiven(areTexts),
  marking: ifGiven(isList(has({ language: isText, text: isText }))),
  encryption_in_transit: ifGiven(isText),
  encryption_at_rest: ifGiven(isText),
  permitted_actions: ifGiven(isText),
  affected_party_notice: ifGiven(isText),
  access: ifGiven(
    has({
      need_to_know: ifGiven(isTruth),
      named_persons: ifGiven(isTruth),
      nationality: ifGiven(areTexts),
      contractors_bound: ifGiven(isTruth),
    }),
  ),
  classification_map: ifGiven(isList(has({ label: isText, level: isText }))),
};
const GRANT: Readonly<Record<string, Check>> = {
  from: isText,
  to: isText,
  clause: isText,
  clauses: (value) => value === undefined || areClauses(value),
  information_types: isList((one) => isObject(one) && isText(one.type) && isText(one.tlp_ceiling)),
  categories: anyOrTexts,
  sectors: anyOrTexts,
  severity: (value) =>
    value === 'any' || (isObject(value) && [value.least, value.most].every(ifGiven(isText))),
  nexus: isText,
  pap_ceiling: isText,
  channels: anyOrTexts,
  victim_identity: isText,
  source_attribution: isText,
  personal_data: isText,
  third_party_content: ifGiven(isText),
  product_types: ifGiven(
    (value) =>
      isObject(value) &&
      [value.include, value.exclude].every(ifGiven(areTexts)) &&
      (value.include === undefined) !== (value.exclude === undefined),
  ),
  default_label: ifGiven(isText),
  respond_within: ifGiven(isTime),
  update_interval_hours: ifGiven(isNumber),
  need: isText,
  amber_reach: textOrTexts,
  release_approval: ifGiven(
    isList((one) => isObject(one) && isText(one.needs) && [one.tlp, one.severity].every(ifGiven(isText))),
  ),
  emergency_release: ifGiven((value) => isObject(value) && isText(value.up_to)),
  reach_back: isText,
  obligations: (value) => isObject(value) && faultIn(value, OBLIGATIONS) === null,
};
const areClauses: Check = (value) => isObject(value) && Object.values(value).every(isText);
const isOtherClause: Check = (value) =>
  isObject(value) &&
  isText(value.number) &&
  isText(value.heading) &&
  [value.language, value.text, value.owner_role, value.owner, value.binding].every(ifGiven(isText));
const PARTY: Readonly<Record<string, Check>> = { organization: isText, roles: areTexts };
const CONTENT: Readonly<Record<string, Check>> = {
  accord: (value) => value === 'terms/1',
  agreement: isText,
  kind: isText,
  parent: ifGiven(isText),
  expires_at: (value) => value === null || isText(value),
  entry_condition: ifGiven(
    (value) =>
      isObject(value) && isText(value.rule) && ifGiven(isText)(value.date) && ifGiven(isNumber)(value.days),
  ),
  notice_days: ifGiven(isNumber),
  corrections: isText,
  clauses: ifGiven(areClauses),
  other_clauses: ifGiven(isList(isOtherClause)),
  contact_verification_days: ifGiven(isNumber),
  meetings_days: ifGiven(isNumber),
  parties: Array.isArray,
  grants: Array.isArray,
};

const faultIn = (value: Loose, checks: Readonly<Record<string, Check>>): string | null =>
  Object.keys(checks).find((name) => !checks[name]!(value[name])) ?? null;

/** Where the members of a list are not as they have to be, or one of them is there twice. */
function faultInList(
  name: string,
  list: readonly unknown[],
  checks: Readonly<Record<string, Check>>,
  key: (one: Loose) => string,
): string | null {
  const seen = new Set<string>();
  for (const [index, one] of list.entries()) {
    const place = `${name}.${index}`;
    if (!isObject(one)) return place;
    const fault = faultIn(one, checks);
    if (fault !== null) return `${place}.${fault}`;
    if (seen.has(key(one))) return place;
    seen.add(key(one));
  }
  return null;
}

/** Where a value is not the content of terms as this version writes it; null if it is. */
export function contentFault(value: unknown): string | null {
  if (!isObject(value)) return 'content';
  return (
    faultIn(value, CONTENT) ??
    faultInList('parties', value.parties as unknown[], PARTY, (one) => String(one.organization)) ??
    faultInList('grants', value.grants as unknown[], GRANT, (one) => `${String(one.from)} ${String(one.to)}`)
  );
}
