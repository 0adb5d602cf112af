import { channelsOf } from '../../src/disclosure/rules/channels-of';
import type { GrantFacts, Question } from '../../src/disclosure/rules/question';
import { CHANNELS, PERMITTED_PURPOSES } from '../../src/disclosure/rules/vocabulary';
import { ask, forbidding, grant, item, NOON, released } from '../cases/question';

const refusedBy = (terms: Partial<GrantFacts>, how: Partial<Question>) => forbidding({}, terms, how);
const says = (terms: Partial<GrantFacts>, how: Partial<Question>) =>
  ask({}, [grant(terms)], how)
    .bases.at(-1)!
    .verdicts.find(({ rule }) => rule === 'D-12')!;
const permitting = (...permitted_purposes: NonNullable<GrantFacts['obligations']['permitted_purposes']>) => ({
  obligations: { permitted_purposes },
});

describe('D-12 channel and purpose', () => {
  it('lets go by the channels that are named and by no other, and by each where any is said', () => {
    for (const named of CHANNELS)
      for (const channel of CHANNELS) {
        const refused = refusedBy({ channels: [named] }, { channel });
        expect([named, channel, refused]).toEqual([named, channel, channel === named ? [] : ['D-12']]);
        expect(refusedBy({ channels: 'any' }, { channel })).toEqual([]);
      }
    expect(refusedBy({ channels: ['portal', 'rest'] }, { channel: 'rest' })).toEqual([]);
    expect(refusedBy({ channels: [] }, { channel: 'rest' })).toEqual(['D-12']);
  });

  it('lets go for the purposes that are permitted, and for each where none is named', () => {
    for (const named of PERMITTED_PURPOSES)
      for (const purpose of PERMITTED_PURPOSES) {
        const refused = refusedBy(permitting(named), { purpose });
        expect([named, purpose, refused]).toEqual([named, purpose, purpose === named ? [] : ['D-12']]);
        expect(refusedBy({}, { purpose })).toEqual([]);
      }
    expect(
      refusedBy({ obligations: { prohibited_purposes: ['sanctions'] } }, { purpose: 'research' }),
    ).toEqual([]);
  });

  it('weighs neither where neither is asked, and each where it alone is', () => {
    const strict = { channels: ['voice'] as const, ...permitting('statistics') };
    expect(says(strict, { channel: null })).toEqual({
      rule: 'D-12',
      verdict: 'not-applicable',
      says: 'the question is about no channel and states no purpose',
      compared: {},
    });
    expect(refusedBy(strict, { channel: null, purpose: 'statistics' })).toEqual([]);
    expect(refusedBy(strict, { channel: null, purpose: 'research' })).toEqual(['D-12']);
    expect(refusedBy(strict, { channel: 'voice' })).toEqual([]);
    expect(refusedBy(strict, { channel: 'rest' })).toEqual(['D-12']);
  });

  it('withholds by a channel and for a purpose that it does not know', () => {
    expect(refusedBy({}, { channel: 'pigeon' as never })).toEqual(['D-12']);
    expect(refusedBy({}, { purpose: 'gossip' as never })).toEqual(['D-12']);
  });

  it('lets go encrypted alone where terms ask for that: by voice and message only where it is said so', () => {
    const must = { obligations: { encryption_in_transit: 'must' } } as const;
    for (const channel of [...CHANNELS, 'message'] as const) {
      const mayBePlain = channel === 'voice' || channel === 'message';
      expect([channel, refusedBy(must, { channel })]).toEqual([channel, mayBePlain ? ['D-12'] : []]);
      expect(refusedBy(must, { channel, encrypted: false })).toEqual(mayBePlain ? ['D-12'] : []);
      expect(refusedBy(must, { channel, encrypted: true })).toEqual([]);
      expect(refusedBy({ obligations: { encryption_in_transit: 'may' } }, { channel })).toEqual([]);
    }
    expect(refusedBy(must, { channel: null })).toEqual([]);
    expect(refusedBy({ ...must, channels: ['rest'] }, { channel: 'voice', encrypted: true })).toEqual([
      'D-12',
    ]);
    expect(says(must, { channel: 'voice' })).toMatchObject({
      says: 'it is sent encrypted only, and this channel is not known to be',
      compared: { channel: 'voice', encryption_in_transit: 'must', encrypted: false },
    });
  });

  it('is told of a release without the channels that may not be encrypted', () => {
    const of = (terms: Partial<GrantFacts>) =>
      channelsOf(
        ask({}, [grant({ ...terms, obligations: { encryption_in_transit: 'must' } })], { channel: null }),
      );
    expect(of({})).toEqual(['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail']);
    expect(of({ channels: ['voice', 'rest'] })).toEqual(['rest']);
  });

  it('says which of the two it is', () => {
    const words = (terms: Partial<GrantFacts>, how: Partial<Question>) => says(terms, how).says;
    expect(words({ channels: ['voice'] }, {})).toBe('it may not leave by this channel');
    expect(words(permitting('statistics'), { purpose: 'research' })).toBe(
      'it may not be used for the purpose that is stated',
    );
    expect(words({}, {})).toBe('it may leave by this channel, for what is stated');
  });

  it('is no part of what former terms admitted', () => {
    const former = grant({ id: 'former', channels: ['voice'], reachBack: 'all' });
    const after = grant({ channels: ['rest'], reachBack: NOON, predecessor: former });
    expect(ask({ release: { ...released, at: NOON - 2 } }, [after]).released).toBe(true);
  });

  it('is asked of content under a grant only', () => {
    const strict = grant({ channels: ['voice'] });
    expect(ask({}, [strict], { reader: 'pk' }).basis?.basis).toBe('own');
    const everybodys = { tlp: 'CLEAR', release: { ...released, public: true } } as const;
    expect(ask(everybodys, [strict]).basis?.basis).toBe('public');
    expect(ask({}, [strict], { subject: 'removal', received: true }).released).toBe(true);
    expect(ask({ withdrawnAt: NOON }, [strict], { subject: 'withdrawal', received: true }).released).toBe(
      true,
    );
  });
});

describe('the channels by which a release would leave', () => {
  const by = (...grants: GrantFacts[]) => channelsOf(ask(item(), grants, { channel: null }));
  it('are those of every grant that releases it, in one order', () => {
    expect(by(grant({ channels: ['voice', 'rest'] }))).toEqual(['rest', 'voice']);
    expect(by(grant({ channels: ['voice'] }), grant({ id: 'h', channels: ['portal', 'voice'] }))).toEqual([
      'portal',
      'voice',
    ]);
    expect(by(grant({ channels: ['voice'] }), grant({ id: 'h' }))).toBe('any');
  });
  it('are all where it is public, or the reader’s own', () => {
    const strict = grant({ channels: ['voice'] });
    const everybodys = { tlp: 'CLEAR', release: { ...released, public: true } } as const;
    expect(channelsOf(ask(everybodys, [strict], { channel: null }))).toBe('any');
    expect(channelsOf(ask({}, [strict], { reader: 'pk', channel: null }))).toBe('any');
  });
  it('are none where nothing releases it, and leave out those of what does not', () => {
    expect(by()).toEqual([]);
    expect(by(grant({ channels: ['voice'] }), grant({ id: 'h', informationTypes: [] }))).toEqual(['voice']);
  });
});
