import { constituents } from '../../src/disclosure/rules/constituents';
import { need } from '../../src/disclosure/rules/need';
import { personalData } from '../../src/disclosure/rules/personal-data';
import type { PartFacts, Question } from '../../src/disclosure/rules/question';
import { sourceAttribution } from '../../src/disclosure/rules/source-attribution';
import { victimIdentity } from '../../src/disclosure/rules/victim-identity';
import { thirdPartyContent } from '../../src/disclosure/rules/third-party-content';
import { grant, item, NOON } from '../cases/question';

const question = (change: Partial<Question['item']>, reader = 'cn'): Question => ({
  ...{ reader, parent: reader === 'cn' ? null : 'cn', person: null, channel: null, purpose: null },
  ...{ at: NOON, subject: 'content', received: false, grants: [], item: item(change) },
});
const span = { from: NOON - 1, until: NOON + 1 };

describe('D-10 says what it compared', () => {
  const asked = grant({ need: 'on_request' });
  it('the requests of the recipient alone, and the clause', () => {
    const requested = [
      { by: 'cn', ...span },
      { by: 'xc', ...span },
    ];
    expect(need(question({ requested }), asked)).toMatchObject({
      verdict: 'passes',
      compared: { requests: [span], clause: 'Art. 4' },
    });
  });

  it('a need that is not known forbids, whatever was answered', () => {
    const strange = grant({ need: 'of old' as never });
    expect(need(question({ requested: [{ by: 'cn', ...span }] }), strange).verdict).toBe('forbids');
  });
});

describe('D-17 says what it compared', () => {
  type Consent = Question['item']['consents'][number];
  const consent = (scope: Consent['scope'], team: string | null = null): Consent => ({
    scope,
    team,
    ...span,
  });
  const judged = (reader: string, ...consents: Consent[]) =>
    thirdPartyContent(question({ thirdParty: true, consents }, reader), grant());

  it('the consents that cover the recipient, and no other', () => {
    const given = [consent('public'), consent('partners'), consent('team', 'cn'), consent('team', 'xc')];
    expect(judged('cn', ...given)).toMatchObject({
      verdict: 'passes',
      compared: {
        consents: [
          { scope: 'partners', ...span },
          { scope: 'team', ...span },
        ],
      },
    });
    expect(judged('cn', ...given).compared.consents).toEqual([
      { scope: 'partners', ...span },
      { scope: 'team', ...span },
    ]);
  });

  it('of a constituent those that cover it, and those that cover its parent', () => {
    const given = [consent('partners'), consent('team', 'bank'), consent('team', 'insurance')];
    expect(judged('bank', ...given)).toMatchObject({ verdict: 'passes' });
    expect(judged('bank', ...given).compared.consents).toHaveLength(2);
  });

  it('a consent for another constituent, or for its parent alone, covers none', () => {
    expect(judged('bank', consent('partners'), consent('team', 'insurance')).verdict).toBe('forbids');
    expect(judged('bank', consent('team', 'cn')).verdict).toBe('forbids');
    expect(judged('bank', consent('team', 'bank')).verdict).toBe('forbids');
  });

  it('a consent that everybody reads it is none for a team, even one that names it', () => {
    expect(judged('cn', consent('public', 'cn')).verdict).toBe('forbids');
    expect(judged('bank', consent('partners'), consent('public', 'bank')).verdict).toBe('forbids');
  });
});

describe('D-20 says what it compared', () => {
  const reached = grant({ amberReach: 'all_constituents' });
  const passed = (by: string) => question({ tlp: 'AMBER', passedOn: [{ by, to: 'bank', ...span }] }, 'bank');

  it('the label, the reach, the clause, and since when it is passed on', () => {
    expect(constituents(passed('cn'), reached).compared).toEqual({
      ...{ label: 'AMBER', amber_reach: 'all_constituents', onward: null, clause: 'Art. 4' },
      ...span,
    });
  });

  it('what another passes on is not passed on by the recipient of the grant', () => {
    expect(constituents(passed('xc'), reached)).toMatchObject({
      verdict: 'forbids',
      says: 'the parent does not pass it on to this constituent',
    });
  });

  it('a constituent whose name holds the word for nobody below is still none that terms name', () => {
    const own = grant({ amberReach: 'own_organisation' });
    const odd = question({ tlp: 'AMBER', passedOn: [{ by: 'cn', to: 'own', ...span }] }, 'own');
    expect(constituents(odd, own)).toMatchObject({
      verdict: 'forbids',
      says: 'the terms do not let it reach this constituent',
    });
  });
});

describe('what becomes of parts is said in words', () => {
  const part = (...tags: PartFacts['tags']): PartFacts => ({
    ...{ number: 1, tlp: 'GREEN', informationType: 'threat_report', pap: null, tags, victimConsents: [] },
  });
  it.each([
    [victimIdentity(question({}), part(), grant()), 'it is kept'],
    [personalData(part('personal_data'), grant({ personalData: 'none' })), 'personal data is not told'],
    [
      personalData(part('personal_data'), grant({ personalData: 'minimised' })),
      'personal data is replaced by a pseudonym',
    ],
    [
      victimIdentity(question({}), part('victim_identity'), grant({ victimIdentity: 'omit' })),
      'the victim is not told',
    ],
    [
      victimIdentity(question({}), part('victim_identity'), grant({ victimIdentity: 'pseudonym' })),
      'the victim goes under a pseudonym',
    ],
    [
      victimIdentity(question({}), part('victim_identity'), grant({ victimIdentity: 'sector_only' })),
      'of the victim only the sector is told',
    ],
    [
      sourceAttribution(part('source_identity'), grant({ sourceAttribution: 'must_not' })),
      'the issuing CERT stands for the source',
    ],
  ])('%j', (verdict, says) => expect(verdict.says).toBe(says));
});
