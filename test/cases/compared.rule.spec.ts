import type { Verdict } from '../../src/disclosure/rules/verdict';
import { ask, grant, item, NOON, released, terms, zhao } from './question';

/** What a rule compared when it was asked about a changed item under a changed grant. */
const compared = (
  rule: string,
  facts: Parameters<typeof item>[0] = {},
  given: Parameters<typeof grant>[0] = {},
  change: Parameters<typeof ask>[2] = {},
): Verdict['compared'] =>
  ask(facts, [grant(given)], change)
    .bases.flatMap(({ verdicts }) => verdicts)
    .find((one) => one.rule === rule)!.compared;

describe('what a rule compared', () => {
  const force = { agreement: 'PK-CN-2026', terms_version: 1, at: NOON };
  const interval = { from: NOON - 3, until: null };
  const received = { subject: 'withdrawal', received: true } as const;
  it.each<[string, () => object, object]>([
    ['D-01: nothing beside the two organizations', () => compared('D-01'), {}],
    ['D-02: the marking and the release', () => compared('D-02'), { tlp: 'GREEN', public: false }],
    [
      'D-02: of a draft that it was not released',
      () => compared('D-02', { release: null }),
      { tlp: 'GREEN', public: false },
    ],
    [
      'D-02: of a public version that it was released so',
      () => compared('D-02', { tlp: 'CLEAR', release: { ...released, public: true } }),
      { tlp: 'CLEAR', public: true },
    ],
    ['D-03: the instant with the interval in force', () => compared('D-03'), { ...force, ...interval }],
    [
      'D-03: the kind of an agreement that grants no exchange',
      () => compared('D-03', {}, { terms: terms({ kind: 'host_or_capacity_agreement' }) }),
      { ...force, kind: 'host_or_capacity_agreement' },
    ],
    [
      'D-03: of terms never in force their version alone',
      () => compared('D-03', {}, { terms: terms({ entered: null }) }),
      force,
    ],
    [
      'D-03: the interval that is over',
      () => compared('D-03', {}, { terms: terms({ expiresAt: NOON }) }),
      { ...force, from: NOON - 3, until: NOON },
    ],
    [
      'D-03: the pause that holds at the instant, not one before it',
      () =>
        compared(
          'D-03',
          {},
          {
            pauses: [
              { from: NOON - 9, until: NOON - 8, types: null },
              { from: NOON, until: null, types: null },
            ],
          },
        ),
      { ...force, paused: { from: NOON, until: null } },
    ],
    [
      'D-04: marking, ceiling and clause',
      () => compared('D-04'),
      { tlp: 'GREEN', ceiling: 'GREEN', clause: 'Art. 4' },
    ],
    [
      'D-04: that there is no ceiling',
      () => compared('D-04', { informationType: 'statistics' }),
      { tlp: 'GREEN', ceiling: null, clause: 'Art. 4' },
    ],
    [
      'D-05: the type with those granted',
      () => compared('D-05'),
      { information_type: 'threat_report', granted: ['threat_report'], clause: 'Art. 4' },
    ],
    [
      'D-06: the categories with those granted',
      () => compared('D-06'),
      { categories: ['fraud/phishing'], granted: 'any', clause: 'Art. 4' },
    ],
    [
      'D-07: the sectors with those granted',
      () => compared('D-07'),
      { sectors: ['banking'], granted: 'any', clause: 'Art. 4' },
    ],
    [
      'D-08: the rating with the bounds',
      () => compared('D-08', { severity: 'low' }, { severity: { least: 'medium', most: null } }),
      { severity: 'low', granted: { least: 'medium', most: null }, clause: 'Art. 4' },
    ],
    [
      'D-09: whom it affects with the two countries',
      () => compared('D-09', { nexus: ['CN'] }, { nexus: 'either' }),
      { affected: ['CN'], granted: 'either', originator: 'PK', recipient: 'CN', clause: 'Art. 4' },
    ],
    [
      'D-11: the PAP with the ceiling',
      () => compared('D-11', { pap: 'GREEN' }, { papCeiling: 'AMBER' }),
      { pap: 'GREEN', ceiling: 'AMBER', clause: 'Art. 4' },
    ],
    [
      'D-12: the channel with those granted',
      () => compared('D-12', {}, { channels: ['rest', 'voice'] }),
      { channel: 'rest', channels: ['rest', 'voice'], clause: 'Art. 4' },
    ],
    [
      'D-12: the purpose with those permitted',
      () =>
        compared(
          'D-12',
          {},
          { obligations: { permitted_purposes: ['statistics'] } },
          { channel: null, purpose: 'research' },
        ),
      { purpose: 'research', permitted_purposes: ['statistics'], clause: 'Art. 4' },
    ],
    [
      'D-12: that all purposes are permitted',
      () => compared('D-12', {}, {}, { purpose: 'research' }),
      {
        ...{ channel: 'rest', channels: 'any', purpose: 'research', permitted_purposes: 'any' },
        clause: 'Art. 4',
      },
    ],
    ['D-12: nothing where nothing is asked', () => compared('D-12', {}, {}, { channel: null }), {}],
    [
      'D-14: the instant with the end of the embargo',
      () => compared('D-14', { embargoUntil: NOON + 1 }),
      { at: NOON, until: NOON + 1 },
    ],
    ['D-16: nothing where the marking names no persons', () => compared('D-16'), {}],
    ['D-16: of RED that nobody in particular asks', () => compared('D-16', { tlp: 'RED' }), { tlp: 'RED' }],
    [
      'D-16: of RED when the owner verified the person who asks',
      () => compared('D-16', { tlp: 'RED', named: [zhao] }, {}, { person: 'zhao' }),
      { tlp: 'RED', verified: zhao.verified },
    ],
    [
      'D-16: the marking, where there is none, where nobody may be told, and where somebody else is named',
      () => [
        compared('D-16', { tlp: null }),
        compared('D-16', { tlp: 'RED' }, {}, { subject: 'removal', received: true }),
        compared('D-16', { tlp: 'RED', named: [zhao] }, {}, { person: 'li' }),
      ],
      [{ tlp: null }, { tlp: 'RED' }, { tlp: 'RED' }],
    ],
    [
      'D-19: when the item was withdrawn',
      () => compared('D-19', { withdrawnAt: NOON }),
      { withdrawn_at: NOON },
    ],
    [
      'D-19: when a later version was released',
      () => compared('D-19', { release: { ...released, supersededAt: NOON } }),
      { superseded_at: NOON },
    ],
    [
      'D-21: the clause, where corrections may go',
      () => compared('D-21', {}, { terms: terms({ endedAt: NOON, corrections: 'allowed' }) }, received),
      { clause: 'Art. 4' },
    ],
    [
      'D-21: the clause, where they may not',
      () => compared('D-21', {}, { terms: terms({ endedAt: NOON }) }, received),
      { clause: 'Art. 4' },
    ],
    [
      'D-22: the release with the reach of the grant',
      () => compared('D-22'),
      { released_at: NOON - 1, reach_back: 'none', in_force_since: NOON - 3 },
    ],
    [
      'D-22: of terms never in force that they reach nothing',
      () => compared('D-22', {}, { terms: terms({ entered: null }) }),
      { released_at: NOON - 1, reach_back: 'none', in_force_since: null },
    ],
    [
      'D-22: the same where the former terms admitted the version',
      () =>
        compared(
          'D-22',
          { release: { ...released, at: NOON - 5 } },
          {
            predecessor: grant({ reachBack: 'all', terms: terms({ followedAt: NOON - 3 }) }),
          },
        ),
      { released_at: NOON - 5, reach_back: 'none', in_force_since: NOON - 3 },
    ],
  ])('%s', (_, given, wanted) => {
    expect(given()).toEqual(wanted);
  });
});
