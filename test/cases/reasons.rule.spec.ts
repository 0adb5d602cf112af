import { decide } from '../../src/disclosure/rules/decide';
import type { ItemFacts } from '../../src/disclosure/rules/question';
import type { Verdict } from '../../src/disclosure/rules/verdict';
import { grantFacts, itemFacts } from './given-facts';
import { ask, grant, item, NOON, released, terms } from './question';
import { readCases } from './read-cases';

const cases = readCases();

/** Asked within each test, so that mutation testing knows which test asks what. */
const decisions = () =>
  cases.flatMap(({ world, questions }) =>
    questions.map(({ reader, at, subject, received, version }) =>
      decide({
        reader,
        at,
        subject,
        received,
        item: itemFacts(world.items[0]!, version),
        grants: grantFacts(world),
      }),
    ),
  );

describe('the reasons of an answer', () => {
  it('are in words, whatever the verdict', () => {
    const verdicts = decisions().flatMap(({ bases }) => bases.flatMap((basis) => basis.verdicts));
    expect(verdicts.filter(({ says }) => !/^\p{L}[^.]{10,}$/u.test(says))).toEqual([]);
  });

  it('never are that a rule failed, where the facts are whole', () => {
    const words = decisions().flatMap(({ bases }) =>
      bases.flatMap(({ verdicts }) => verdicts.map(({ says }) => says)),
    );
    expect(words).not.toContain('the rule failed, so it denies');
  });

  it('are that a rule failed, under its own id, where it cannot weigh the facts', () => {
    const broken = (owner: string): never =>
      new Proxy({ owner } as never, {
        get: (target, key) => {
          if (key === 'owner') return owner;
          throw new Error('broken');
        },
      });
    const { released: yes, bases } = decide({
      reader: 'cn',
      at: NOON,
      subject: 'content',
      received: true,
      item: broken('pk'),
      grants: [grant({ terms: broken('') })],
    });
    const notice = decide({
      reader: 'cn',
      at: NOON,
      subject: 'withdrawal',
      received: true,
      item: broken('pk'),
      grants: [grant({ terms: broken('') })],
    });
    expect([yes, notice.released]).toEqual([false, false]);
    const failed = [...bases, ...notice.bases.slice(2)].map(({ verdicts }) =>
      verdicts.filter(({ says }) => says === 'the rule failed, so it denies'),
    );
    expect(failed.map((verdicts) => verdicts.map(({ rule }) => rule).join(' '))).toEqual([
      '',
      'D-02 D-13 D-14 D-17 D-19',
      'D-03 D-04 D-05 D-06 D-07 D-13 D-15 D-16 D-17 D-22 D-14 D-19',
      'D-03 D-14 D-19 D-21',
    ]);
    for (const { verdict, compared: given } of failed.flat())
      expect([verdict, given]).toEqual(['forbids', { error: 'Error: broken' }]);
  });

  it('say of a notice while the terms are in force that D-03 itself passes', () => {
    const { bases } = ask({ withdrawnAt: NOON }, [grant()], { subject: 'withdrawal', received: true });
    expect(bases.at(-1)!.verdicts.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'D-03 passes',
      'D-14 not-applicable',
      'D-19 passes',
      'D-21 passes',
    ]);
  });

  it('tell what has no marking or no ceiling from what is marked too high', () => {
    const says = (facts: Partial<ItemFacts>) =>
      ask(facts, [grant()])
        .bases.at(-1)!
        .verdicts.find(({ rule }) => rule === 'D-04')!.says;
    expect([says({ tlp: null }), says({ informationType: 'statistics' }), says({ tlp: 'AMBER' })]).toEqual([
      'there is no marking, or no ceiling for this information type',
      'there is no marking, or no ceiling for this information type',
      'the marking is above the ceiling',
    ]);
  });

  it('name each rule of a basis once, in the same order', () => {
    const orders = (wanted: 'own' | 'public' | 'grant') =>
      new Set(
        decisions()
          .flatMap(({ bases }) => bases)
          .filter(({ basis }) => basis === wanted)
          .map(({ verdicts }) => verdicts.map(({ rule }) => rule).join(' ')),
      );
    expect([...orders('own')]).toEqual(['D-01']);
    expect([...orders('public')]).toEqual(['D-02 D-13 D-14 D-17 D-19']);
    // A notice is not weighed by the static rules.
    expect([...orders('grant')].toSorted()).toEqual([
      'D-03 D-04 D-05 D-06 D-07 D-13 D-15 D-16 D-17 D-22 D-14 D-19 D-21',
      'D-03 D-14 D-19 D-21',
    ]);
  });

  it('say of content that D-21 is not asked, and of an item without embargo that D-14 is not', () => {
    const { bases } = ask({}, [grant()]);
    const verdictOf = (rule: string) => bases.at(-1)!.verdicts.find((one) => one.rule === rule)!.verdict;
    expect([verdictOf('D-21'), verdictOf('D-14')]).toEqual(['not-applicable', 'not-applicable']);
  });

  it('say of a notice after the end that D-21 stands in for D-03', () => {
    const standIns = decisions()
      .flatMap(({ bases }) => bases.flatMap(({ verdicts }) => verdicts))
      .filter(({ rule, verdict }) => rule === 'D-03' && verdict === 'not-applicable');
    expect(standIns.length).toBeGreaterThan(5);
    expect(new Set(standIns.map(({ says }) => says))).toEqual(new Set(['a correction may still go (D-21)']));
  });
});

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
              { from: NOON - 9, until: NOON - 8 },
              { from: NOON, until: null },
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
      'D-14: the instant with the end of the embargo',
      () => compared('D-14', { embargoUntil: NOON + 1 }),
      { at: NOON, until: NOON + 1 },
    ],
    ['D-16: the marking', () => compared('D-16'), { tlp: 'GREEN' }],
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
