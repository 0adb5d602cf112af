import type { GrantFacts, PartFacts, Question } from '../../src/disclosure/rules/question';
import {
  holdsMore,
  shapeOf,
  type Transformation,
  transformationsForPublic,
  transformationsUnder,
} from '../../src/disclosure/rules/transformations';
import { partFaults } from '../../src/disclosure/items/rules/part-faults';
import { ask, grant, item, NOON, released, terms } from '../cases/question';

const part = (number: number, change: Partial<PartFacts> = {}): PartFacts => ({
  ...{ number, tlp: 'GREEN', informationType: 'threat_report', pap: null, tags: [], victimConsents: [] },
  ...change,
});
const question: Question = {
  ...{ reader: 'cn', parent: null, person: null, channel: null, purpose: null },
  ...{ at: NOON, subject: 'content', received: false, item: item(), grants: [] },
};
const TAGGED = [
  part(1, { tags: ['victim_identity'] }),
  part(2, { tags: ['source_identity'] }),
  part(3, { tags: ['personal_data'] }),
];
const shape = (parts: PartFacts[], ...given: Partial<GrantFacts>[]) =>
  shapeOf(
    ask(
      { parts },
      given.map((change, index) => grant({ id: `g${index}`, ...change })),
    ).transformations,
  );

describe('what becomes of parts', () => {
  it.each<[Partial<GrantFacts>, string]>([
    [{}, '1:drop 2:issuer 3:drop'],
    [
      { victimIdentity: 'omit', sourceAttribution: 'must_not', personalData: 'none' },
      '1:drop 2:issuer 3:drop',
    ],
    [{ victimIdentity: 'pseudonym', sourceAttribution: 'may' }, '1:pseudonym 3:drop'],
    [{ victimIdentity: 'sector_only', personalData: 'minimised' }, '1:sectors 2:issuer 3:pseudonym'],
    [{ victimIdentity: 'full', sourceAttribution: 'may', personalData: 'full_with_basis' }, ''],
    // What it does not know is as if nothing were said.
    [
      { victimIdentity: 'all' as 'full', sourceAttribution: '' as 'may', personalData: 'yes' as 'none' },
      '1:drop 2:issuer 3:drop',
    ],
  ])('under %j is %s', (given, expected) => {
    expect(shape(TAGGED, given)).toBe(expected);
  });

  it('is of several tags, and of several grants, the strictest', () => {
    const both = [part(1, { tags: ['victim_identity', 'personal_data'] })];
    expect(shape(both, { victimIdentity: 'pseudonym', personalData: 'full_with_basis' })).toBe('1:pseudonym');
    expect(shape(both, { victimIdentity: 'sector_only', personalData: 'minimised' })).toBe('1:sectors');
    const [full, pseudonym, sectors] = (['full', 'pseudonym', 'sector_only'] as const).map(
      (victimIdentity) => ({
        victimIdentity,
      }),
    );
    expect(shape([TAGGED[0]!], full!, pseudonym!)).toBe('1:pseudonym');
    expect(shape([TAGGED[0]!], sectors!, full!, pseudonym!)).toBe('1:sectors');
    expect(shape([TAGGED[0]!], full!, {})).toBe('1:drop');
  });

  it('cites the first of equal grants, and a refusal of the part before its tags', () => {
    const grants = [grant({ id: 'a', clause: 'Art. 1' }), grant({ id: 'b', clause: 'Art. 2' })];
    const parts = [
      part(1, { tags: ['victim_identity'] }),
      part(2, { tlp: 'RED', tags: ['victim_identity'] }),
    ];
    const told = ask({ parts }, grants.toReversed()).transformations;
    expect(told.map(({ rule, grant: by }) => [rule, by?.clause])).toEqual([
      ['T-01', 'Art. 1'],
      ['T-04', 'Art. 1'],
    ]);
  });

  it('is not asked of grants whose terms are not in force, that do not admit the item, or are of others', () => {
    const full = { victimIdentity: 'full' } as const;
    for (const other of [
      { terms: terms({ entered: null }) },
      { terms: terms({ expiresAt: NOON }) },
      { terms: terms({ kind: 'host_or_capacity_agreement' }) },
      { informationTypes: [{ type: 'threat_report', ceiling: 'CLEAR' as const }] },
      { to: 'somebody else' },
    ])
      expect([other, shape([TAGGED[0]!], full, other)]).toEqual([other, '']);
    expect(shape([TAGGED[0]!], full, { pauses: [{ from: NOON - 1, until: null, types: null }] })).toBe(
      '1:drop',
    );
    expect(shape([TAGGED[0]!], full, { terms: terms({ expiresAt: NOON + 1 }) })).toBe('1:drop');
  });

  it('drops what has labels that nobody knows', () => {
    const strange = [
      part(1, { tlp: null }),
      part(2, { tlp: 'WHITE' as 'CLEAR' }),
      part(3, { informationType: null }),
    ];
    expect(shape(strange, { victimIdentity: 'full' })).toBe('1:drop 2:drop 3:drop');
    expect(shape([part(1)], { papCeiling: 'RED' })).toBe('');
  });

  it('is that it is dropped where a rule fails, which is named', () => {
    const broken = (tag: string) => ({
      includes: (one: string) => {
        if (one === tag) throw new Error('broken');
        return false;
      },
    });
    const strange = [
      part(1, { tags: broken('victim_identity') as never }),
      part(2, { tags: broken('source_identity') as never }),
      part(3, { tags: broken('personal_data') as never }),
    ];
    const told = transformationsUnder(strange, [{ asked: question, grant: grant() }]);
    const failed = { action: 'drop', says: 'the rule failed, so it drops' };
    expect(told).toMatchObject([
      { part: 1, rule: 'T-01', ...failed },
      { part: 2, rule: 'T-02', ...failed },
      { part: 3, rule: 'T-03', ...failed },
    ]);
    const refused = transformationsUnder(
      [part(1)],
      [{ asked: { ...question, item: null as never }, grant: grant() }],
    );
    expect(refused).toMatchObject([{ part: 1, rule: 'T-04', ...failed }]);
  });

  it('is under no grant that it is dropped: nothing lets it go', () => {
    expect(transformationsUnder([part(1)], [])).toEqual([
      { part: 1, rule: 'T-04', action: 'drop', says: 'no grant lets it go', grant: null },
    ]);
  });

  it('is of a part that is refused by a rule said in the words of that rule', () => {
    const [told] = ask({ parts: [part(1, { tlp: 'AMBER' })] }, [grant()]).transformations;
    expect(told?.says).toBe('its own question is refused by D-04: the marking is above the ceiling');
  });

  it('is nothing of what the reader owns or does not get, nor of a notice', () => {
    const facts = { parts: TAGGED };
    expect(ask(facts, [grant()], { reader: 'pk' }).transformations).toEqual([]);
    expect(ask({ ...facts, tlp: 'AMBER' }, [grant()]).transformations).toEqual([]);
    expect(ask(facts, [grant()], { subject: 'removal', received: true }).transformations).toEqual([]);
  });

  it('is of what is public the same for everybody', () => {
    const facts = { tlp: 'CLEAR', release: { ...released, public: true } } as const;
    const parts = [
      part(1, { tlp: 'CLEAR' }),
      part(2),
      part(3, { tlp: 'CLEAR', tags: ['personal_data'] }),
      part(4, { tlp: null }),
    ];
    for (const grants of [[], [grant({ personalData: 'full_with_basis' })]])
      expect(shapeOf(ask({ ...facts, parts }, grants).transformations)).toBe('2:drop 3:drop 4:drop');
  });
});

describe('what everybody gets of parts', () => {
  const dropped = (change: Partial<PartFacts>, isBarred: () => boolean) =>
    transformationsForPublic([part(1, { tlp: 'CLEAR', ...change })], isBarred).map(
      ({ rule, action, says }) => `${rule} ${action}: ${says}`,
    );
  const free = () => false;
  it('is all that is CLEAR, without a tag, and not barred by law; of the rest it is said why not', () => {
    expect(dropped({}, free)).toEqual([]);
    expect(dropped({ tlp: 'GREEN' }, free)).toEqual(['T-04 drop: it is not CLEAR']);
    expect(dropped({ tags: ['victim_identity'] }, free)).toEqual([
      'T-01 drop: what is so tagged is not public',
    ]);
    expect(dropped({ tags: ['source_identity'] }, free)).toEqual([
      'T-02 drop: what is so tagged is not public',
    ]);
    expect(dropped({ tags: ['personal_data'] }, free)).toEqual([
      'T-03 drop: what is so tagged is not public',
    ]);
    const lawful = 'T-04 drop: the originator’s law does not let it be public (D-18)';
    expect(dropped({}, () => true)).toEqual([lawful]);
  });
  it('is not what cannot be told whether the law bars it', () => {
    const failing = () => {
      throw new Error('broken');
    };
    expect(dropped({}, failing)).toHaveLength(1);
  });
});

describe('what a variant holds', () => {
  const let_ = (...said: [number, Transformation['action']][]): Transformation[] =>
    said.map(([number, action]) => ({ part: number, action, rule: 'T-01', says: '', grant: null }));
  it.each<[string, Transformation[], boolean]>([
    ['', [], false],
    ['', let_([1, 'drop']), true],
    ['1:drop', let_([1, 'drop']), false],
    ['1:drop', let_([1, 'pseudonym']), false],
    ['1:pseudonym', let_([1, 'sectors']), true],
    ['1:sectors', let_([1, 'issuer']), true],
    ['1:issuer', let_([1, 'drop']), true],
    ['1:drop 2:drop', let_([2, 'drop'], [3, 'drop']), true],
    ['11:drop', let_([1, 'drop']), true],
    ['1:gossip', let_([1, 'pseudonym']), true],
    ['1', let_([1, 'pseudonym']), true],
    ['1:drop', [], false],
  ])('as “%s” is more than is let go: %#', (held, allowed, more) => {
    expect(holdsMore(held, allowed)).toBe(more);
  });
});

describe('the labels of a part', () => {
  const faults = (tlp: string | null, pap: string | null, item: { tlp: string | null; pap: string | null }) =>
    partFaults(
      [
        { tlp: null, pap: null, tags: [], victim: null },
        { tlp, pap, tags: [], victim: null },
      ],
      item,
    ).map(({ field }) => field);
  it('are at least as narrow as those of the item, where both have one', () => {
    const amber = { tlp: 'AMBER', pap: 'AMBER' };
    expect(faults('GREEN', 'GREEN', amber)).toEqual(['parts.1.tlp', 'parts.1.pap']);
    expect(faults('AMBER', 'AMBER', amber)).toEqual([]);
    expect(faults('AMBER+STRICT', 'RED', amber)).toEqual([]);
    expect(faults(null, null, amber)).toEqual([]);
    expect(faults('CLEAR', 'CLEAR', { tlp: null, pap: null })).toEqual([]);
    expect(faults('AMBER', null, { tlp: 'AMBER+STRICT', pap: null })).toEqual(['parts.1.tlp']);
  });
});

describe('a part that names a victim', () => {
  const unmarked = { tlp: null, pap: null };
  it('says that it tells of one', () => {
    const named = { ...unmarked, victim: 'A bank' };
    expect(partFaults([{ ...named, tags: ['victim_identity'] }], unmarked)).toEqual([]);
    expect(
      partFaults(
        [
          { ...unmarked, tags: [], victim: null },
          { ...named, tags: ['personal_data'] },
        ],
        unmarked,
      ),
    ).toMatchObject([{ field: 'parts.1.victim', rule: 'tag' }]);
  });
});
