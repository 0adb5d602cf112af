import { outOfReach } from '../../src/disclosure/rules/passing-on';
import type { GrantFacts, ItemFacts, Question } from '../../src/disclosure/rules/question';
import { grant, item, NOON } from '../cases/question';

const CEILING = [{ type: 'threat_report', ceiling: 'AMBER+STRICT' as const }];

/** CN has an item of PK under grants, and asks whether a constituent of its would get it. */
const asked = (facts: Partial<ItemFacts>, ...grants: Partial<GrantFacts>[]) => {
  const question: Question = {
    ...{ reader: 'cn', parent: null, person: null, channel: null, purpose: null },
    ...{ at: NOON, subject: 'content', received: false },
    item: item(facts),
    grants: grants.map((one, n) =>
      grant({ id: `g${n}`, informationTypes: CEILING, amberReach: 'all_constituents', ...one }),
    ),
  };
  return outOfReach(question, 'bank');
};

describe('whether what a team has would reach its constituent, if it passed it on', () => {
  it('it would where the terms let it, without being passed on yet', () => {
    expect(asked({ tlp: 'AMBER' }, {})).toBeNull();
    expect(asked({ tlp: 'GREEN' }, { amberReach: 'own_organisation' })).toBeNull();
    expect(asked({ tlp: 'AMBER' }, { amberReach: ['bank'] })).toBeNull();
  });

  it.each<[says: string, tlp: ItemFacts['tlp'], terms: Partial<GrantFacts>]>([
    [
      'the terms let AMBER reach your own organization only (Art. 4)',
      'AMBER',
      { amberReach: 'own_organisation' },
    ],
    [
      'the terms let AMBER reach the constituents that they name, and it is none of them (Art. 4)',
      'AMBER',
      { amberReach: ['insurance'] },
    ],
    ['TLP:AMBER+STRICT stays with the team that receives it', 'AMBER+STRICT', {}],
    [
      'the terms oblige your team to pass it on to nobody (Art. 4)',
      'GREEN',
      { obligations: { onward_sharing: 'none' } },
    ],
    [
      'the terms oblige your team to pass nothing on without the prior written consent of the originator (Art. 4): ask for it with POST /api/v1/consent-requests and the scope `constituents`',
      'GREEN',
      { obligations: { onward_sharing: 'with_prior_written_consent' } },
    ],
  ])('else the terms are told: %s', (says, tlp, terms) => {
    expect(asked({ tlp }, terms)).toEqual({ rule: 'D-20', says });
  });

  it('it would where the originator consents, whose consent the terms ask for', () => {
    const terms = { obligations: { onward_sharing: 'with_prior_written_consent' as const } };
    const onward = [{ by: 'cn', from: NOON, until: NOON + 1 }];
    expect(asked({ tlp: 'GREEN', onward }, terms)).toBeNull();
    expect(asked({ tlp: 'GREEN', onward: [{ by: 'cn', from: NOON - 1, until: NOON }] }, terms)?.rule).toBe(
      'D-20',
    );
    expect(asked({ tlp: 'AMBER+STRICT', onward }, terms)).toEqual({
      rule: 'D-20',
      says: 'TLP:AMBER+STRICT stays with the team that receives it',
    });
  });

  it('of what the originator or the source says nothing is told but that it stands against it', () => {
    const says = 'what its originator or its source allows does not reach this constituent';
    const excluded = { audience: { any: true, include: [], exclude: ['bank'] } };
    expect(asked(excluded, {})).toEqual({ rule: null, says });
    const consents = [{ scope: 'partners' as const, team: null, from: NOON - 1, until: null }];
    expect(asked({ thirdParty: true, consents }, {})).toEqual({ rule: null, says });
  });

  it('the refusal on the fewest rules is the one that is told, wherever its grant stands', () => {
    const excluded = { audience: { any: true, include: [], exclude: ['bank'] } };
    const toNobody = { obligations: { onward_sharing: 'none' } } as const;
    expect(asked(excluded, toNobody, {})?.rule).toBeNull();
    expect(asked({}, toNobody, { ...toNobody, clause: 'Art. 9' })?.says).toContain('(Art. 4)');
  });

  it('a grant by which the team does not have it is not spoken of, however near it is', () => {
    const excluded = { audience: { any: true, include: [], exclude: ['bank'] } };
    const toNobody = { obligations: { onward_sharing: 'none' } } as const;
    const stopped = { pauses: [{ from: NOON, until: null, types: null }] };
    expect(asked(excluded, toNobody, { ...toNobody, informationTypes: [] })?.rule).toBe('D-20');
    expect(asked({}, stopped, toNobody)?.rule).toBe('D-20');
  });

  it('of what the team has under no grant nothing is told of terms', () => {
    expect(asked({ tlp: 'RED' }, {})).toMatchObject({ rule: null });
  });

  it('of several grants one that lets it is enough, and of those by which the team has it the nearest is told', () => {
    expect(asked({ tlp: 'AMBER' }, { amberReach: 'own_organisation' }, {})).toBeNull();
    const nearest = { amberReach: 'own_organisation', clause: 'Art. 9' } as const;
    const excluded = { tlp: 'AMBER' as const, audience: { any: true, include: [], exclude: ['bank'] } };
    expect(asked(excluded, {}, nearest)?.rule).toBeNull();
    // A grant by which the team does not have it is not spoken of.
    const closed = { amberReach: 'own_organisation', clause: 'Art. 1', papCeiling: 'RED' } as const;
    expect(asked({ tlp: 'AMBER' }, closed, { ...nearest })).toMatchObject({ rule: 'D-20' });
    expect(asked({ tlp: 'AMBER' }, closed, { ...nearest })?.says).toContain('(Art. 9)');
  });
});
