import { GRANT_CLAUSES } from '../../../src/agreements/rules/claused-terms';
import description from '../../../docs/openapi.json';
import { say } from '../../../src/portal/messages/catalogue';
import { type Language, LANGUAGES } from '../../../src/portal/messages/locales';
import {
  CHAPTERS,
  contactVerification,
  corrections,
  entry,
  expiry,
  meetings,
  notice,
  type Grant,
  type SentenceKind,
  SENTENCES,
  type Telling,
  type Terms,
} from '../../../src/portal/agreements/sentences';

interface Schema {
  enum?: string[];
  type?: string;
  items?: Schema;
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  $ref?: string;
}
const schemas = description.components.schemas as unknown as Record<string, Schema>;
const languages = Object.keys(LANGUAGES) as Language[];

const telling = (language: Language): Telling => ({
  language,
  t: (key, values) => say(language, key, values),
  nameOf: (handle) => `Team ${handle}`,
  instantOf: (instant) => instant,
});

const grant = (change: Partial<Grant> = {}): Grant => ({
  from: 'pkcert',
  to: 'cncert',
  clause: 'Art. 4(1)',
  information_types: [{ type: 'indicator', tlp_ceiling: 'GREEN' }],
  categories: 'any',
  sectors: 'any',
  severity: 'any',
  nexus: 'any',
  pap_ceiling: 'any',
  channels: 'any',
  victim_identity: 'omit',
  source_attribution: 'must_not',
  personal_data: 'none',
  third_party_content: 'with_consent',
  product_types: 'any',
  default_label: 'none',
  need: 'push',
  amber_reach: 'own_organisation',
  reach_back: 'none',
  obligations: {},
  ...change,
});

/** The codes that a property of a schema may hold, in a list or alone. */
const codesOf = (schema: Schema | undefined): string[] => [
  ...(schema?.enum ?? []),
  ...(schema?.items ? codesOf(schema.items) : []),
  ...(schema?.oneOf ?? []).flatMap(codesOf),
];

const propertiesOf = (name: string): Record<string, Schema> => schemas[name]?.properties ?? {};
const TERMS = propertiesOf('GrantView');
const OBLIGATIONS = propertiesOf('ObligationsDto');
const NO_TERMS = ['from', 'to', 'clause', 'clauses', 'in_words', 'obligations'];

/** A grant that says nothing else than this value of a term. */
function saying(term: string, code: string): Grant {
  if (term in OBLIGATIONS) {
    const value = OBLIGATIONS[term]?.type === 'array' ? [code] : code;
    return grant({ obligations: { [term]: value } });
  }
  if (term === 'information_types')
    return grant({ information_types: [{ type: code, tlp_ceiling: 'AMBER' }] } as Partial<Grant>);
  const listed = (TERMS[term]?.oneOf ?? []).some(({ type }) => type === 'array');
  return grant({
    [term]: listed && code !== 'any' && term !== 'amber_reach' ? [code] : code,
  });
}

/** Every term of the web API that has codes, with all of them. */
const CODED: [SentenceKind, string[]][] = [
  ['information_types', codesOf(propertiesOf('InformationTypeDto').type)],
  ...[...Object.entries(TERMS), ...Object.entries(OBLIGATIONS)].flatMap(
    ([term, schema]): [SentenceKind, string[]][] => {
      const codes = codesOf(schema);
      return codes.length > 0 ? [[term as SentenceKind, codes]] : [];
    },
  ),
];

describe('the sentences of terms', () => {
  it('are there for every term of the web API, each in one chapter', () => {
    const terms = [...Object.keys(TERMS), ...Object.keys(OBLIGATIONS)].filter(
      (name) => !NO_TERMS.includes(name),
    );
    expect(Object.keys(SENTENCES).sort()).toEqual(terms.toSorted());
    expect(Object.values(CHAPTERS).flat().toSorted()).toEqual(terms.toSorted());
    expect([...GRANT_CLAUSES].sort()).toEqual(terms.toSorted());
    expect(Object.keys(propertiesOf('TermsDto')).sort()).toEqual([
      'clauses',
      'contact_verification_days',
      'corrections',
      'entry_condition',
      'expires_at',
      'grants',
      'meetings_days',
      'notice_days',
      'other_clauses',
    ]);
  });

  it.each(languages)('name each product type, and whether it goes or not: %s', (language) => {
    const told = codesOf(propertiesOf('ProductTypesDto').include).flatMap((code) =>
      [{ include: [code] }, { exclude: [code] }].map((product_types) =>
        SENTENCES.product_types(telling(language), grant({ product_types } as Partial<Grant>)),
      ),
    );
    expect([told.length, new Set(told).size]).toEqual([20, 20]);
    for (const sentence of told) expect(sentence).not.toMatch(/_|undefined|\{|\}/);
  });

  it('know the terms that have codes', () => {
    expect(CODED.map(([term]) => term)).toEqual(
      expect.arrayContaining([
        'nexus',
        'need',
        'channels',
        'pap_ceiling',
        'permitted_purposes',
        'onward_sharing',
      ]),
    );
  });

  it.each(languages)('differ for every value of every term, and tell no code: %s', (language) => {
    for (const [term, codes] of CODED) {
      const told = codes.map((code) => SENTENCES[term](telling(language), saying(term, code)));
      expect([term, new Set(told).size]).toEqual([term, codes.length]);
      for (const sentence of told) {
        expect(sentence).toMatch(/[.。۔]$/);
        expect([term, sentence]).toEqual([term, expect.not.stringMatching(/_|undefined|\{|\}/)]);
      }
    }
  });

  it.each(languages)('are in the language: %s', (language) => {
    const script = { en: /[a-z]{3}/, ur: /[\u0600-\u06ff]{2}/, zh: /[\u4e00-\u9fff]{2}/ }[language];
    const all = Object.values(SENTENCES).map((tell) => tell(telling(language), grant()));
    for (const sentence of all) expect(sentence).toMatch(script);
  });

  it.each(languages)('tell numbers, instants, names, bounds and labels: %s', (language) => {
    const tell = (kind: SentenceKind, change: Partial<Grant>) =>
      SENTENCES[kind](telling(language), grant(change));
    expect(tell('retention_days', { obligations: { retention_days: 30 } })).toContain('30');
    expect(tell('breach_notice_hours', { obligations: { breach_notice_hours: 24 } })).toContain('24');
    const hours = { zone: 'Asia/Karachi', days: ['tue', 'mon'], from: '09:00', until: '17:00' } as const;
    const within = { minutes: 90, by_severity: { critical: 30 } };
    const around = tell('acknowledge_within', { obligations: { acknowledge_within: within } });
    const working = { ...within, working_hours: { ...hours, days: [...hours.days] } };
    const inHours = tell('acknowledge_within', { obligations: { acknowledge_within: working } });
    expect(around).toContain('30');
    expect(inHours).toMatch(/09:00.*17:00.*Asia.Karachi/);
    const kept = [
      { rule: 'keep_under_terms' },
      ...(['destroy', 'return'] as const).map((rule) => ({ rule, days: 45 })),
    ];
    const after = kept.map((one) =>
      tell('post_termination', { obligations: { post_termination: one as { rule: 'destroy' } } }),
    );
    expect([new Set(after).size, after[1]!.includes('45')]).toEqual([3, true]);
    const ways = (['delete', 'return'] as const).flatMap((means) =>
      [true, false].flatMap((certificate) =>
        [true, false].map((logs_exempt) =>
          tell('destruction', { obligations: { destruction: { means, certificate, logs_exempt } } }),
        ),
      ),
    );
    expect(new Set(ways).size).toBe(8);
    expect(tell('reach_back', { reach_back: '2026-01-01T00:00:00.000Z' })).toContain('2026-01-01');
    expect(tell('amber_reach', { amber_reach: ['banking', 'energy'] })).toMatch(/Team banking.*Team energy/);
    const two = tell('categories', { categories: ['fraud/phishing', 'other/other'] });
    expect(two).toContain({ en: 'phishing, other', ur: 'phishing، other', zh: 'phishing、other' }[language]);
    expect(tell('pap_ceiling', { pap_ceiling: 'AMBER' })).toContain('PAP:AMBER');
    const types = [
      { type: 'indicator', tlp_ceiling: 'AMBER' },
      { type: 'threat_report', tlp_ceiling: 'RED' },
    ] as Grant['information_types'];
    const whole = tell('information_types', { information_types: types });
    expect(whole).toMatch(/TLP:AMBER.*TLP:RED/);
    expect(whole).not.toBe(tell('information_types', { information_types: types.slice(0, 1) }));
    const severities = [{ least: 'high' }, { most: 'high' }, { least: 'low', most: 'high' }] as const;
    expect(new Set(severities.map((severity) => tell('severity', { severity }))).size).toBe(3);
  });

  it.each(languages)('tell what terms say as a whole: %s', (language) => {
    const terms = (change: Partial<Terms>): Terms => ({
      other_clauses: [],
      expires_at: null,
      entry_condition: null,
      notice_days: null,
      corrections: 'none',
      contact_verification_days: null,
      meetings_days: null,
      grants: [],
      ...change,
    });
    const entries = [
      null,
      { rule: 'not_before', date: '2027-02-01T00:00:00.000Z', days: null },
      ...[0, 1, 30].flatMap((days) =>
        (['after_last_signature', 'after_last_notification'] as const).map((rule) => ({
          rule,
          date: null,
          days,
        })),
      ),
    ] as const;
    const said = entries.map((one) => entry(telling(language), terms({ entry_condition: one })));
    expect(new Set(said).size).toBe(entries.length);
    expect([said[1], said.at(-1)]).toEqual([
      expect.stringContaining('2027-02-01'),
      expect.stringContaining('30'),
    ]);
    const told = [
      ...[null, 30].flatMap((days) => [
        contactVerification(telling(language), terms({ contact_verification_days: days })),
        meetings(telling(language), terms({ meetings_days: days })),
      ]),
      expiry(telling(language), terms({})),
      expiry(telling(language), terms({ expires_at: '2027-01-01T00:00:00.000Z' })),
      corrections(telling(language), terms({})),
      corrections(telling(language), terms({ corrections: 'allowed' })),
      ...[null, 1, 90].map((days) => notice(telling(language), terms({ notice_days: days }))),
    ];
    expect(new Set(told).size).toBe(11);
    expect([told[2], told[3]]).toEqual([expect.stringContaining('30'), expect.stringContaining('30')]);
    expect(told.at(-1)).toContain('90');
    expect(told[5]).toContain('2027-01-01');
  });
});
