import type { Agreement } from '../../../src/portal/agreements/agreement';
import { compareTerms, isSame } from '../../../src/portal/agreements/compare-terms';
import { asTyped, parsed, readTerms } from '../../../src/portal/agreements/drafting/read-terms';
import { byCounterpart, edgesOf } from '../../../src/portal/agreements/relationships/edges';
import type { Telling } from '../../../src/portal/agreements/sentences';
import { places, timelineOf } from '../../../src/portal/agreements/timeline/events';
import { totals } from '../../../src/portal/agreements/what-if/effect';
import { say } from '../../../src/portal/messages/catalogue';
import type { Standing } from '../../../src/portal/screen/screen';

const telling: Telling = {
  language: 'en',
  t: (key, values) => say('en', key, values),
  nameOf: (handle) => handle,
  instantOf: (instant) => instant,
};

const grant = (from: string, to: string, change: object = {}) => ({
  ...{ from, to, clause: 'Art. 1', categories: 'any', sectors: 'any', reach_back: 'none' },
  information_types: [{ type: 'indicator', tlp_ceiling: 'GREEN' }],
  ...change,
});
const read = (change: object) => {
  const { terms, fault } = readTerms({ grants: [grant('pkcert', 'cncert')], ...change });
  if (!terms) throw new Error(fault);
  return terms;
};

describe('terms that were typed', () => {
  it('are read with what they leave out', () => {
    const { grants, expires_at: expires, corrections } = read({});
    expect(grants[0]).toMatchObject({ nexus: 'any', need: 'push', victim_identity: 'omit', obligations: {} });
    expect([expires, corrections]).toEqual([null, 'none']);
  });

  it('are what an amendment begins with', () => {
    const terms = read({ expires_at: '2030-01-01', corrections: 'allowed' });
    expect(readTerms(asTyped(terms)).terms).toEqual(terms);
  });

  it.each<[string, unknown]>([
    ['JSON', undefined],
    ['JSON', []],
    ['grants', {}],
    ['grants.0', { grants: ['all'] }],
    ['grants.0.clause', { grants: [grant('pkcert', 'cncert', { clause: 4 })] }],
    ['grants.0.nexus', { grants: [grant('pkcert', 'cncert', { nexus: 'moon' })] }],
    [
      'grants.0.obligations',
      { grants: [grant('pkcert', 'cncert', { obligations: { onward_sharing: 'all' } })] },
    ],
    [
      'grants.1.information_types',
      { grants: [grant('a', 'b'), grant('b', 'a', { information_types: 'any' })] },
    ],
    ['expires_at', { grants: [], expires_at: 'soon' }],
    ['corrections', { grants: [], corrections: 'perhaps' }],
  ])('say where they cannot be read: %s', (where, value) => {
    expect(readTerms(value)).toEqual({ fault: where });
  });

  it.each(['', '{', 'terms', undefined])('are no JSON: %s', (text) => {
    expect(parsed(text)).toBeUndefined();
  });
});

describe('two versions of terms', () => {
  it('say the same', () => {
    const { differing, directions } = compareTerms(telling, read({}), read({}));
    expect([differing, directions.length, directions[0]?.in]).toEqual([0, 1, 'both']);
  });

  it('differ in the sentences that say something else', () => {
    const after = read({
      grants: [grant('pkcert', 'cncert', { need: 'on_request' })],
      expires_at: '2030-01-01',
    });
    const { differing, directions, whole } = compareTerms(telling, read({}), after);
    expect(differing).toBe(2);
    expect(directions[0]?.sentences.filter((one) => !isSame(one))).toEqual([
      expect.objectContaining({
        before: 'It goes as soon as it is released; nobody has to ask.',
        after: expect.stringContaining('only in answer to an open request'),
      }),
    ]);
    expect(whole.filter((one) => !isSame(one)).length).toBe(1);
  });

  it('differ where only the clause is another', () => {
    const after = read({ grants: [grant('pkcert', 'cncert', { clause: 'Art. 2' })] });
    const { directions } = compareTerms(telling, read({}), after);
    expect(directions[0]?.sentences.every((one) => !isSame(one))).toBe(true);
  });

  it('have directions that the other lacks', () => {
    const after = read({ grants: [grant('cncert', 'pkcert')] });
    const { directions } = compareTerms(telling, read({}), after);
    expect(directions.map(({ from, in: where }) => [from, where])).toEqual([
      ['pkcert', 'from'],
      ['cncert', 'to'],
    ]);
  });
});

const fact = (kind: string, effective: string, recorded = effective) => ({
  ...{ id: kind, kind, terms_version: 1, party: 'pkcert', recorded_by: 'pkcert', person: null },
  ...{ effective_at: effective, recorded_at: recorded, second_person_required: false },
});
const agreement = (change: object): Agreement =>
  ({
    ...{ reference: 'PK-CN-2026', parties: [{ organization: 'cncert', name: 'CNCERT/CC', roles: [] }] },
    ...{ facts: [], pauses: [], terms: [], state: { at: '2026-06-01', ends_at: null } },
    ...change,
  }) as unknown as Agreement;

describe('the timeline of an agreement', () => {
  const pause = {
    id: 'p',
    kind: 'suspension',
    from: null,
    to: null,
    since: '2026-04-01',
    until: '2026-05-01',
  };
  const timeline = timelineOf(
    agreement({
      facts: [
        fact('signed', '2026-02-01'),
        fact('entered_into_force', '2026-03-01'),
        fact('notice_given', '2026-09-01', '2026-05-15'),
      ],
      pauses: [pause],
      terms: [{ number: 1, in_force_from: '2026-03-01', in_force_until: '2026-09-01' }],
      state: { at: '2026-06-01', ends_at: '2026-09-01' },
    }),
  );

  it('has facts and pauses in the order in which they take effect, and the end that a notice names', () => {
    expect(timeline.events.map(({ kind, at }) => `${at} ${kind}`)).toEqual([
      '2026-02-01 signed',
      '2026-03-01 entered_into_force',
      '2026-04-01 suspension',
      '2026-05-01 resumed',
      '2026-05-15 notice_given',
      '2026-09-01 ended',
    ]);
    expect(timeline.force).toEqual([{ from: '2026-03-01', until: '2026-09-01', terms: 1 }]);
  });

  it('has a place for now between what was and what will be', () => {
    const { now, count, placeOf } = places(timeline);
    expect([now, count]).toEqual([5, 7]);
    expect(['2026-03-01', '2026-05-01', '2026-09-01'].map(placeOf)).toEqual([1, 3, 6]);
  });

  it('tells when terms lapse by themselves, and not where later ones take over', () => {
    const { events } = timelineOf(
      agreement({
        terms: [
          { number: 1, in_force_from: '2026-01-01', in_force_until: '2026-02-01' },
          { number: 2, in_force_from: '2026-02-01', in_force_until: '2026-12-01' },
        ],
      }),
    );
    expect(events).toEqual([{ kind: 'out_of_force', at: '2026-12-01', terms: 2 }]);
  });
});

describe('relationships', () => {
  const direction = (change: object) => ({
    ...{ direction: 'give', counterpart: 'cncert', counterpart_name: 'CNCERT/CC', agreement: 'PK-CN-2026' },
    ...{ clause: 'Art. 1', until: null, paused: false },
    information_types: [
      { type: 'indicator', tlp_ceiling: 'GREEN' },
      { type: 'threat_report', tlp_ceiling: 'AMBER+STRICT' },
      { type: 'statistics', tlp_ceiling: 'CLEAR' },
    ],
    ...change,
  });
  const standing = {
    directions: [direction({ direction: 'receive', paused: true }), direction({})],
  } as unknown as Standing;

  it('have an edge for each direction, with how far it goes and whether it is open', () => {
    expect(
      edgesOf('pkcert', standing, []).map(({ direction, ceiling, state }) => [direction, ceiling, state]),
    ).toEqual([
      ['give', 'AMBER+STRICT', 'open'],
      ['receive', 'AMBER+STRICT', 'paused'],
    ]);
  });

  it('have those of agreements that ended, or are yet to come', () => {
    const terms = [{ number: 1, grants: [grant('pkcert', 'cncert'), grant('cncert', 'itu')] }];
    const over = agreement({ terms, state: { ended: true, ends_at: '2026-01-01', terms_version: null } });
    const coming = agreement({
      reference: 'PK-CN-2027',
      terms,
      state: { ends_at: null, terms_version: null },
    });
    const edges = edgesOf('pkcert', { ...standing, directions: [] }, [over, coming]);
    expect(edges.map(({ agreement: reference, name, state }) => [reference, name, state])).toEqual([
      ['PK-CN-2026', 'CNCERT/CC', 'ended'],
      ['PK-CN-2027', 'CNCERT/CC', 'coming'],
    ]);
    expect(byCounterpart(edges).map(([handle, own]) => [handle, own.length])).toEqual([['cncert', 2]]);
  });
});

it('an effect is told in numbers of the teams that something changes for', () => {
  const team = (name: string, gains: number, loses: number) => ({
    team: name,
    gains,
    loses,
    changesBasis: 1,
    changesParts: 0,
  });
  const teams = [team('cncert', 2, 1), team('corvia', 0, 0), team('dunmere', 0, 4)];
  expect(totals({ at: '', received: [], teams })).toEqual({ teams: 2, gains: 2, loses: 5 });
});
