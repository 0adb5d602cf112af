import { decide } from '../../src/disclosure/rules/decide';
import type { GrantFacts, ItemFacts } from '../../src/disclosure/rules/question';
import { ask, forbidding, grant, item, NOON, released, terms } from '../cases/question';

describe('decide', () => {
  it('releases what every rule of one grant admits, and cites its clause', () => {
    const { released: yes, basis } = ask({}, [grant()]);
    expect([yes, basis?.basis, basis?.grant?.clause]).toEqual([true, 'grant', 'Art. 4']);
  });
  it('denies a reader without any basis, with the reasons of each', () => {
    const { released: yes, bases } = ask({}, []);
    expect(yes).toBe(false);
    expect(bases.map(({ basis }) => basis)).toEqual(['own', 'public']);
  });
  it('ignores a grant between others', () => {
    expect(ask({}, [grant({ to: 'xc' }), grant({ from: 'xd' })]).bases).toHaveLength(2);
  });
  it('weighs no grant by which a parent would pass on to its constituent what is its own', () => {
    const own = { reader: 'bank', parent: 'cn', item: item({ owner: 'bank' }) };
    const given = grant({ from: 'bank', to: 'cn' });
    expect(ask({}, [given], own).bases.map(({ basis }) => basis)).toEqual(['own', 'public']);
    expect(ask({}, [given], { ...own, reader: 'energy' }).bases).toHaveLength(3);
  });
  it('cites own before public before grants, and grants by priority, then by date in force, then by id', () => {
    const early = terms({
      entered: NOON - 4,
      counted: terms().counted.map((fact) => ({ ...fact, from: NOON - 9 })),
    });
    const order = (grants: GrantFacts[]) => ask({}, grants).basis?.grant?.id;
    expect(order([grant({ id: 'a', priority: 1 }), grant({ id: 'b' })])).toBe('b');
    expect(order([grant({ id: 'a' }), grant({ id: 'b', terms: early })])).toBe('b');
    expect(order([grant({ id: 'b' }), grant({ id: 'a' })])).toBe('a');
    expect(ask({ tlp: 'CLEAR', release: { ...released, public: true } }, [grant()]).basis?.basis).toBe(
      'public',
    );
    expect(ask({}, [grant()], { reader: 'pk' }).basis?.basis).toBe('own');
  });
  it('does not let one basis pass by the verdicts of another', () => {
    const high = grant({
      id: 'high',
      categories: ['fraud/masquerade'],
      informationTypes: [{ type: 'threat_report', ceiling: 'AMBER' }],
    });
    expect(ask({ tlp: 'AMBER' }, [high, grant({ id: 'low' })]).released).toBe(false);
  });
  it('denies when a rule fails', () => {
    const broken = { ...item(), categories: null } as unknown as ItemFacts;
    const { released: yes, bases } = decide({
      reader: 'cn',
      person: null,
      parent: null,
      at: NOON,
      ...({ subject: 'content', received: false, channel: 'rest', purpose: null } as const),
      item: broken,
      grants: [grant()],
    });
    expect(yes).toBe(false);
    expect(bases.at(-1)!.verdicts.find(({ rule }) => rule === 'D-06')).toMatchObject({
      verdict: 'forbids',
      says: 'the rule failed, so it denies',
    });
  });
});

describe('D-02 public release', () => {
  it.each([
    ['CLEAR and released to the public', 'CLEAR', true, true],
    ['CLEAR and released to partners only', 'CLEAR', false, false],
    ['GREEN, whatever the release says', 'GREEN', true, false],
    ['unlabelled', null, true, false],
  ] as const)('%s', (_, tlp, isPublic, expectation) => {
    expect(ask({ tlp, release: { ...released, public: isPublic } }, [], { reader: 'anybody' }).released).toBe(
      expectation,
    );
  });
});

const paused = (from: number, until: number | null = null, types: string[] | null = null) => ({
  pauses: [{ from, until, types }],
});

describe('the grant basis', () => {
  it.each<[string, string[], Partial<ItemFacts>, Partial<GrantFacts>]>([
    [
      'D-03 withholds when an approval is missing',
      ['D-03', 'D-22'],
      {},
      { terms: terms({ counted: terms().counted.slice(0, 2) }) },
    ],
    [
      'D-03 withholds when a signature is missing',
      ['D-03', 'D-22'],
      {},
      { terms: terms({ counted: terms().counted.slice(1) }) },
    ],
    [
      'D-03 withholds terms that nobody has to sign',
      ['D-03', 'D-22'],
      {},
      { terms: terms({ required: [] }) },
    ],
    [
      'D-03 withholds terms that somebody has to approve and nobody has to sign',
      ['D-03', 'D-22'],
      {},
      { terms: terms({ required: [{ party: 'ministry', kind: 'approved' }] }) },
    ],
    ['D-03 withholds before entry into force', ['D-03', 'D-22'], {}, { terms: terms({ entered: null }) }],
    ['D-03 withholds from the instant of expiry', ['D-03'], {}, { terms: terms({ expiresAt: NOON }) }],
    ['D-03 releases one millisecond before expiry', [], {}, { terms: terms({ expiresAt: NOON + 1 }) }],
    ['D-03 withholds from the instant of the end', ['D-03'], {}, { terms: terms({ endedAt: NOON }) }],
    ['D-03 withholds once the next terms are in force', ['D-03'], {}, { terms: terms({ followedAt: NOON }) }],
    ['D-03 withholds from the instant of a stop', ['D-03'], {}, paused(NOON)],
    ['D-03 releases one millisecond before a stop', [], {}, paused(NOON + 1)],
    ['D-03 releases from the instant of resumption', [], {}, paused(NOON - 9, NOON)],
    ['D-03 withholds one millisecond before resumption', ['D-03'], {}, paused(NOON - 9, NOON + 1)],
    [
      'D-03 withholds under an agreement that grants no exchange',
      ['D-03'],
      {},
      { terms: terms({ kind: 'host_or_capacity_agreement' }) },
    ],
    ['D-04 withholds AMBER where the ceiling is GREEN', ['D-04'], { tlp: 'AMBER' }, {}],
    [
      'D-04 withholds AMBER+STRICT where the ceiling is AMBER',
      ['D-04'],
      { tlp: 'AMBER+STRICT' },
      { informationTypes: [{ type: 'threat_report', ceiling: 'AMBER' }] },
    ],
    ['D-04 releases CLEAR below the ceiling', [], { tlp: 'CLEAR' }, {}],
    ['D-04 withholds a marking that TLP does not know', ['D-04'], { tlp: 'WHITE' as 'CLEAR' }, {}],
    ['D-04 and D-16 withhold what is unlabelled', ['D-04', 'D-16'], { tlp: null }, {}],
    [
      'D-04 and D-05 withhold an information type that is not granted',
      ['D-04', 'D-05'],
      { informationType: 'vulnerability_unpublished' },
      {},
    ],
    [
      'D-06 withholds when one of two categories is not granted',
      ['D-06'],
      { categories: ['fraud/phishing', 'fraud/masquerade'] },
      { categories: ['fraud/phishing'] },
    ],
    ['D-06 withholds an item without category even where any is granted', ['D-06'], { categories: [] }, {}],
    [
      'D-07 withholds when one of two sectors is not granted',
      ['D-07'],
      { sectors: ['banking', 'energy'] },
      { sectors: ['banking'] },
    ],
    ['D-07 withholds an item without sector even where any is granted', ['D-07'], { sectors: [] }, {}],
    ['D-13 withholds what an author released', ['D-13'], { release: { ...released, by: ['analyst'] } }, {}],
    [
      'D-13 withholds what an author released together with another',
      ['D-13'],
      { release: { ...released, by: ['releaser', 'analyst'] } },
      {},
    ],
    ['D-13 withholds what nobody released', ['D-13'], { release: { ...released, by: [] } }, {}],
    [
      'D-14 withholds one millisecond before the end of the embargo',
      ['D-14'],
      { embargoUntil: NOON + 1 },
      {},
    ],
    ['D-14 releases from the end of the embargo', [], { embargoUntil: NOON }, {}],
    [
      'D-15 takes an empty audience for nobody',
      ['D-15'],
      { audience: { any: false, include: [], exclude: [] } },
      {},
    ],
    [
      'D-15 withholds from a team that is excluded',
      ['D-15'],
      { audience: { any: true, include: [], exclude: ['cn'] } },
      {},
    ],
    [
      'D-15 releases to a team that is listed',
      [],
      { audience: { any: false, include: ['cn'], exclude: [] } },
      {},
    ],
    ['D-17 withholds another publisher’s content', ['D-17'], { thirdParty: true }, {}],
    ['D-13, D-19 and D-22 withhold a draft', ['D-13', 'D-22', 'D-19'], { release: null }, {}],
    [
      'D-19 withholds from the instant a later version is released',
      ['D-19'],
      { release: { ...released, supersededAt: NOON } },
      {},
    ],
    ['D-19 withholds from the instant of withdrawal', ['D-19'], { withdrawnAt: NOON }, {}],
    [
      'D-22 withholds what was released before entry into force',
      ['D-22'],
      { release: { ...released, at: NOON - 4 } },
      {},
    ],
    [
      'D-22 releases what was released at entry into force',
      [],
      { release: { ...released, at: NOON - 3 } },
      {},
    ],
    [
      'D-22 releases all of it where the grant reaches back without limit',
      [],
      { release: { ...released, at: 0 } },
      { reachBack: 'all' },
    ],
    [
      'D-22 withholds one millisecond before the date',
      ['D-22'],
      { release: { ...released, at: 999 } },
      { reachBack: 1000 },
    ],
    ['D-22 releases from the date', [], { release: { ...released, at: 1000 } }, { reachBack: 1000 }],
  ])('%s', (_, rules, facts, given) => {
    expect(forbidding(facts, given)).toEqual(rules);
    expect(ask(facts, [grant(given)]).released).toBe(rules.length === 0);
  });

  it('D-22 keeps what the former terms admitted, and not what was released in a gap after them', () => {
    const former = grant({
      terms: terms({
        entered: NOON - 8,
        counted: terms().counted.map((fact) => ({ ...fact, from: NOON - 9 })),
        expiresAt: NOON - 5,
      }),
    });
    const at = (moment: number) =>
      forbidding({ release: { ...released, at: moment } }, { predecessor: former });
    expect([at(NOON - 9), at(NOON - 8), at(NOON - 6), at(NOON - 5), at(NOON - 3)]).toEqual([
      ['D-22'],
      [],
      [],
      ['D-22'],
      [],
    ]);
  });

  it('D-22 takes nothing over from former terms that never came into force, however far they reach back', () => {
    const unsigned = terms({ counted: terms().counted.filter(({ kind }) => kind !== 'signed') });
    const former = grant({ terms: unsigned, reachBack: 'all' });
    expect(forbidding({ release: { ...released, at: 0 } }, { predecessor: former })).toEqual(['D-22']);
  });
});
