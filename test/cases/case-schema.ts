import { RULE_NAMES, TRANSFORMATION_NAMES } from '../../src/disclosure/rules/rule-names';
import { PART_ACTIONS } from '../../src/disclosure/rules/part-action';
import {
  APPROVAL_LEVELS,
  CHANNELS,
  CHILD_KINDS,
  INFORMATION_TYPES,
  KINDS_WITH_GRANTS,
  NEXUSES,
  PAP_LEVELS,
  PART_TAGS,
  PERSONAL_DATA,
  PERMITTED_PURPOSES,
  PRODUCT_TYPES,
  SECTORS,
  SEVERITIES,
  SOURCE_ATTRIBUTION,
  THIRD_PARTY_CONTENT,
  TLP_LABELS,
  VICTIM_IDENTITY,
} from '../../src/disclosure/rules/vocabulary';
import {
  closed,
  conditions,
  either,
  fact,
  handle,
  instant,
  listOf,
  mapOf,
  moment,
  oneOf,
  person,
  type Schema,
  text,
  when,
  yes,
} from './case-words';

/** The rules that a case may name; a rule that is built is named by some case (cases.rule.spec.ts). */
export const RULES: readonly string[] = Object.keys(RULE_NAMES);

/** The rules that change parts; the same holds of them. */
export const TRANSFORMATIONS: readonly string[] = Object.keys(TRANSFORMATION_NAMES);

const country: Schema = { type: 'string', pattern: '^[A-Z]{2}$' };
const way: Schema = { type: 'string', pattern: '^[a-z]+ to [a-z]+$' };
const names = (values: readonly string[]) => either(oneOf('any'), listOf(oneOf(...values)));
/** RSIT codes are checked where they are read, a class alone among them. */
const categories = either(oneOf('any'), listOf(text));

const products = listOf(oneOf(...PRODUCT_TYPES));
const grant = closed({
  from: handle,
  to: handle,
  clause: text,
  priority: { type: 'integer' },
  gives: mapOf(oneOf(...INFORMATION_TYPES), oneOf(...TLP_LABELS)),
  categories,
  sectors: names(SECTORS),
  severity: either(oneOf('any'), {
    ...closed({ 'at least': oneOf(...SEVERITIES), 'at most': oneOf(...SEVERITIES) }),
    minProperties: 1,
  }),
  nexus: oneOf(...NEXUSES),
  'PAP ceiling': oneOf('any', ...PAP_LEVELS),
  channels: names(CHANNELS),
  'encryption in transit': oneOf('must', 'may'),
  'permitted purposes': names(PERMITTED_PURPOSES),
  'victim identity': oneOf(...VICTIM_IDENTITY),
  'source attribution': oneOf(...SOURCE_ATTRIBUTION),
  'personal data': oneOf(...PERSONAL_DATA),
  'third-party content': oneOf(...THIRD_PARTY_CONTENT),
  'product types': either(oneOf('any'), closed({ only: products }), closed({ except: products })),
  need: oneOf('push', 'on request', 'both'),
  'AMBER reaches': either(oneOf('own organisation', 'all constituents'), listOf(handle)),
  'release approval': {
    ...listOf(
      closed(
        { tlp: oneOf(...TLP_LABELS), severity: oneOf(...SEVERITIES), needs: oneOf(...APPROVAL_LEVELS) },
        ['needs'],
      ),
    ),
    minItems: 1,
  },
  'alone in an emergency': oneOf(...TLP_LABELS),
  'passing on': oneOf('nobody', 'own constituents', 'with consent'),
  'reaches back': either(oneOf('none', 'all'), instant),
});
const terms = closed({
  approved: fact,
  signed: mapOf(handle, fact),
  'entered into force': fact,
  expires: moment,
  corrections: oneOf('allowed', 'none'),
  grant,
  grants: listOf(grant),
  joining: listOf(handle),
  'drawn up': instant,
});
const agreement = closed({
  reference: text,
  kind: oneOf(...KINDS_WITH_GRANTS, ...CHILD_KINDS, 'host_or_capacity_agreement'),
  below: text,
  between: listOf(handle),
  'approving authority': either(handle, oneOf('none')),
  terms: either(terms, listOf(terms)),
  ended: fact,
  suspensions: listOf(
    closed(
      {
        direction: either(oneOf('both'), way),
        types: listOf(oneOf(...INFORMATION_TYPES)),
        starts: instant,
        ends: moment,
      },
      ['direction', 'starts'],
    ),
  ),
});
const part = closed({
  tlp: oneOf(...TLP_LABELS),
  type: oneOf(...INFORMATION_TYPES),
  pap: oneOf(...PAP_LEVELS),
  tells: listOf(oneOf(...PART_TAGS)),
  victim: text,
});
const version: Record<string, Schema> = {
  tlp: oneOf('none', ...TLP_LABELS),
  type: oneOf('none', ...INFORMATION_TYPES),
  categories: listOf(text),
  'product types': products,
  sectors: listOf(oneOf(...SECTORS)),
  severity: oneOf('unknown', ...SEVERITIES),
  nexus: listOf(country),
  pap: oneOf('unmarked', ...PAP_LEVELS),
  parts: listOf(part),
  audience: either(oneOf('partners'), listOf(handle)),
  except: listOf(handle),
  named: listOf(person),
  embargo: moment,
  released: moment,
  public: yes,
  'third party': yes,
  'released by its author': yes,
  'in an emergency': yes,
};
const item = closed({
  ...version,
  owner: handle,
  withdrawn: moment,
  ...conditions,
  versions: { ...listOf(closed(version)), minItems: 1 },
});
const restriction = closed(
  {
    clause: text,
    what: either(oneOf('any'), listOf(oneOf(...INFORMATION_TYPES))),
    'from marking': oneOf(...TLP_LABELS),
    'sent to': either(oneOf('abroad'), listOf(country)),
    'received from': either(oneOf('abroad'), listOf(country)),
    public: yes,
  },
  ['clause', 'what'],
);
const overlay = closed({ of: handle, law: text, 'counts from': instant, withholds: listOf(restriction) }, [
  'of',
  'law',
  'counts from',
  'withholds',
]);
const asked: Record<string, Schema> = {
  reader: either(handle, oneOf('public')),
  person: either(person, oneOf('none')),
  at: instant,
  subject: oneOf('content', 'withdrawal', 'removal'),
  version: { type: 'integer', minimum: 1 },
  received: yes,
  channel: oneOf('none', ...CHANNELS),
  purpose: oneOf('none', ...PERMITTED_PURPOSES),
};
const verification = closed(
  { by: handle, person, verified: instant, recorded: instant, until: instant, revoked: moment },
  ['by', 'person', 'verified', 'until'],
);
const question = closed(
  {
    ...asked,
    expect: oneOf('released', 'withheld'),
    basis: oneOf('own', 'public', 'grant'),
    under: text,
    forbidding: mapOf(text, listOf(oneOf(...RULES))),
    parts: mapOf(
      { type: 'string', pattern: '^[1-9][0-9]*$' },
      oneOf(...TRANSFORMATIONS.flatMap((rule) => PART_ACTIONS.slice(1).map((action) => `${rule} ${action}`))),
    ),
  },
  ['expect'],
  {
    allOf: [
      when('expect', 'released', { required: ['basis'] }),
      when('expect', 'withheld', {
        required: ['forbidding'],
        properties: { basis: false, under: false, parts: false },
      }),
      when('basis', 'grant', { required: ['under'] }),
    ],
  },
);

/** What a file of cases may hold: every key is known, and every question says what is expected. */
export const CASE_FILE: Schema = closed(
  {
    rule: text,
    defaults: closed(
      { agreement, terms, grant, item, verifications: listOf(verification), question: closed(asked) },
      ['agreement', 'terms', 'grant', 'item', 'question'],
    ),
    cases: {
      ...listOf(
        closed(
          {
            name: text,
            agreement,
            agreements: listOf(agreement),
            item,
            verifications: listOf(verification),
            stops: listOf(closed({ direction: way, starts: instant, ends: moment }, ['direction', 'starts'])),
            overlays: listOf(overlay),
            'refused at entry': text,
            questions: { ...listOf(question), minItems: 1 },
          },
          ['name', 'questions'],
        ),
      ),
      minItems: 1,
    },
  },
  ['rule', 'defaults', 'cases'],
);
