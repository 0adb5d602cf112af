import { startWorld, type World } from '../cast';
import { grant, memorandum, terms } from './agreement-world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const withGrant = (change: object) => ({ terms: terms({ grants: [grant('pkcert', 'cncert', change)] }) });

const working = (change: object) => ({
  acknowledge_within: {
    minutes: 60,
    working_hours: { zone: 'Asia/Karachi', days: ['mon'], from: '09:00', until: '17:00', ...change },
  },
});

const keep = [{ language: 'en', text: 'Keep.' }];
const RESTRICTED = { label: 'AMBER', level: 'Restricted' };

test.each<[string, object, string]>([
  ['for a PAP unknown', withGrant({ pap_ceiling: 'WHITE' }), 'terms.grants.0.pap_ceiling'],
  ['for no PAP', withGrant({ pap_ceiling: null }), 'terms.grants.0.pap_ceiling'],
  ['for a channel unknown', withGrant({ channels: ['pigeon'] }), 'terms.grants.0.channels'],
  ['for a channel said twice', withGrant({ channels: ['rest', 'rest'] }), 'terms.grants.0.channels'],
  ['for a channel alone', withGrant({ channels: 'rest' }), 'terms.grants.0.channels'],
  ['for any among channels', withGrant({ channels: ['any'] }), 'terms.grants.0.channels'],
  ['for no channels', withGrant({ channels: [] }), 'terms.grants.0.channels'],
  ['for channels of null', withGrant({ channels: null }), 'terms.grants.0.channels'],
  ['for a nexus unknown', withGrant({ nexus: 'friends' }), 'terms.grants.0.nexus'],
  ['for a severity alone', withGrant({ severity: 'high' }), 'terms.grants.0.severity'],
  ['for bounds without a bound', withGrant({ severity: {} }), 'terms.grants.0.severity'],
  ['for a bound unknown', withGrant({ severity: { least: 'dreadful' } }), 'terms.grants.0.severity'],
  ['for a bound of nothing', withGrant({ severity: { least: null } }), 'terms.grants.0.severity'],
  [
    'for bounds in the wrong order',
    withGrant({ severity: { least: 'high', most: 'low' } }),
    'terms.grants.0.severity',
  ],
  ['for a bound of another name', withGrant({ severity: { floor: 'low' } }), 'terms.grants.0.severity'],
  [
    'for a word every moment',
    withGrant({ update_interval_hours: 0 }),
    'terms.grants.0.update_interval_hours',
  ],
  ['for a word of never', withGrant({ update_interval_hours: 8761 }), 'terms.grants.0.update_interval_hours'],
  ['for an answer at once', withGrant({ respond_within: 60 }), 'terms.grants.0.respond_within'],
  ['for an answer within no time', withGrant({ respond_within: null }), 'terms.grants.0.respond_within'],
  [
    'for an answer without minutes',
    withGrant({ respond_within: {} }),
    'terms.grants.0.respond_within.minutes',
  ],
  [
    'for an answer of a severity unknown',
    withGrant({ respond_within: { minutes: 1, by_severity: { dire: 1 } } }),
    'terms.grants.0.respond_within.by_severity.dire',
  ],
  ['for obligations that are a list', withGrant({ obligations: [] }), 'terms.grants.0.obligations'],
  ['for obligations that are nothing', withGrant({ obligations: null }), 'terms.grants.0.obligations'],
  ...(
    [
      ['permitted_purposes', []],
      ['permitted_purposes', 'research'],
      ['permitted_purposes', ['gossip']],
      ['permitted_purposes', ['research', 'research']],
      ['prohibited_purposes', ['research']],
      ['onward_sharing', 'as_tlp'],
      ['onward_sharing', null],
      ['retention_days', 0],
      ['retention_days', 36_501],
      ['retention_days', 1.5],
      ['retention_days', '90'],
      ['breach_notice_hours', 8761],
      ['forgiveness', true],
      ['acknowledge_within', 60],
      ['destruction', 'burn'],
      ['legal_hold', 'nobody'],
      ['compelled_disclosure', 'obey'],
      ['post_termination', null],
      ['survival', {}],
      ['survival', 5],
      ['feedback', []],
      ['feedback', ['gossip']],
      ['feedback', ['sightings', 'sightings']],
      ['encryption_in_transit', 'should'],
      ['encryption_in_transit', null],
      ['encryption_at_rest', 'AES'],
      ['permitted_actions', 'none'],
      ['permitted_actions', ['NONE']],
      ['affected_party_notice', 'must'],
      ['access', {}],
      ['access', []],
      ['access', 'need_to_know'],
      ['marking', []],
      ['marking', 'Keep.'],
      ['marking', [null]],
      ['marking', [...keep, ...keep]],
      ['marking', Array.from({ length: 11 }, (_, n) => ({ language: `en-x-a${n}`, text: 'Keep.' }))],
      ['classification_map', []],
      ['classification_map', { AMBER: 'Restricted' }],
      ['classification_map', [{ ...RESTRICTED }, { ...RESTRICTED, level: 'Secret' }]],
      ['classification_map', [{ ...RESTRICTED }, { ...RESTRICTED, label: 'RED' }]],
    ] as const
  ).map(([term, value]): [string, object, string] => [
    `for ${term} of ${JSON.stringify(value)}`,
    withGrant({ obligations: { [term]: value } }),
    `terms.grants.0.obligations.${term}`,
  ]),
  ...(
    [
      ['survival.purposes', { survival: { purposes: 0 } }],
      ['survival.purposes', { survival: { purposes: 1.5 } }],
      ['survival.purposes', { survival: { purposes: 101 } }],
      ['survival.purposes', { survival: { purposes: 'ever' } }],
      ['survival.friendship', { survival: { friendship: 5 } }],
      ['acknowledge_within.minutes', { acknowledge_within: {} }],
      ['acknowledge_within.minutes', { acknowledge_within: { minutes: 0 } }],
      ['acknowledge_within.by_severity', { acknowledge_within: { minutes: 1, by_severity: {} } }],
      [
        'acknowledge_within.by_severity.dire',
        { acknowledge_within: { minutes: 1, by_severity: { dire: 1 } } },
      ],
      ['acknowledge_within.working_hours.zone', working({ zone: '+05:00' })],
      ['acknowledge_within.working_hours.zone', working({ zone: 'Asia/Atlantis' })],
      ['acknowledge_within.working_hours.days', working({ days: [] })],
      ['acknowledge_within.working_hours.from', working({ from: '24:00' })],
      ['acknowledge_within.working_hours.until', working({ until: '09:00' })],
      ['acknowledge_within.working_hours.holidays', working({ holidays: ['2026-02-29'] })],
      ['destruction.means', { destruction: { means: 'burn', certificate: true, logs_exempt: true } }],
      ['destruction.certificate', { destruction: { means: 'delete', logs_exempt: true } }],
      ['post_termination.days', { post_termination: { rule: 'destroy' } }],
      ['post_termination.days', { post_termination: { rule: 'keep_under_terms', days: 1 } }],
      ['access.need_to_know', { access: { need_to_know: false } }],
      ['access.nationality', { access: { nationality: ['Pakistan'] } }],
      ['access.nationality', { access: { nationality: [] } }],
      ['access.age', { access: { age: 18 } }],
      ['marking.0.language', { marking: [{ language: 'EN', text: 'Keep.' }] }],
      ['marking.0.text', { marking: [{ language: 'en', text: ' ' }] }],
      ['marking.0.text', { marking: [{ language: 'en', text: 'x'.repeat(501) }] }],
      ['marking.0.text', { marking: [{ language: 'en', text: 'Two\nlines' }] }],
      ['marking.0.text', { marking: [{ language: 'en', text: 'Turned \u202earound' }] }],
      ['classification_map.0.label', { classification_map: [{ label: 'WHITE', level: 'Open' }] }],
      ['classification_map.0.level', { classification_map: [{ label: 'RED' }] }],
      ['classification_map.0.level', { classification_map: [{ label: 'RED', level: 'x'.repeat(101) }] }],
    ] as const
  ).map(([field, obligations]): [string, object, string] => [
    `for ${JSON.stringify(obligations)}`,
    withGrant({ obligations }),
    `terms.grants.0.obligations.${field}`,
  ]),
])('a draft is refused, and the field named, %s', async (_, change, field) => {
  const sent = { ...memorandum('PK-BOUNDS'), ...change };
  const { status, body } = await world.as('moitt-liaison').post('/api/v1/agreements').send(sent);
  expect(status).toBe(422);
  expect((body as { errors: { field: string }[] }).errors.map((one) => one.field)).toContain(field);
});

test.each([
  { severity: 'any', nexus: 'any', pap_ceiling: 'any', channels: 'any' },
  { channels: ['csaf', 'mail', 'misp', 'portal', 'rest', 'taxii', 'voice'] },
  { severity: { least: 'low' } },
  { severity: { most: 'critical' } },
  { severity: { least: 'high', most: 'high' } },
  { nexus: 'either', pap_ceiling: 'RED' },
  { obligations: {} },
  { obligations: { retention_days: 36_500, breach_notice_hours: 1 } },
  {
    obligations: {
      marking: [{ language: 'ur', text: 'آگے نہ دیا جائے۔' }],
      access: { nationality: ['CN', 'PK'] },
    },
  },
  { obligations: { encryption_in_transit: 'must', encryption_at_rest: 'may', affected_party_notice: 'may' } },
  { obligations: { permitted_actions: 'CONTACT FOR INSTRUCTION', classification_map: [RESTRICTED] } },
  { obligations: { prohibited_purposes: ['sanctions'], onward_sharing: 'with_prior_written_consent' } },
])('a draft takes %j', async (change) => {
  const reference = `PK-BOUNDS-${JSON.stringify(change).length}`;
  const sent = { ...memorandum(reference), ...withGrant(change) };
  const { status, body } = await world.as('moitt-liaison').post('/api/v1/agreements').send(sent);
  const { terms: made } = body as { terms: { grants: object[] }[] };
  expect([status, made[0]?.grants[0]]).toMatchObject([201, change]);
});
