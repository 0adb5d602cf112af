import { obligationsInWords, obligationsOf } from '../../src/disclosure/rules/obligations';
import { NOON } from '../cases/question';

const DAY = 86_400_000;
const everything = {
  permitted_purposes: ['network_defence', 'statistics'],
  prohibited_purposes: ['public_attribution'],
  onward_sharing: 'own_constituents',
  retention_days: 90,
  breach_notice_hours: 24,
} as const;
const under = (obligations: object) => obligationsOf({ obligations, clause: 'Art. 7' }, NOON);

describe('the obligations of a grant', () => {
  it('each have a rule, the clause, and words, in one order', () => {
    expect(under(everything)).toEqual([
      {
        ...{ rule: 'O-01', term: 'permitted_purposes', value: ['network_defence', 'statistics'] },
        ...{ clause: 'Art. 7', says: 'It is used for network defence, statistics only.', due: null },
      },
      {
        ...{ rule: 'O-02', term: 'prohibited_purposes', value: ['public_attribution'] },
        ...{ clause: 'Art. 7', says: 'It is not used for public attribution.', due: null },
      },
      {
        ...{ rule: 'O-03', term: 'onward_sharing', value: 'own_constituents' },
        ...{ clause: 'Art. 7', says: 'It is passed on to own constituents only.', due: null },
      },
      {
        ...{ rule: 'O-04', term: 'retention_days', value: 90 },
        ...{ clause: 'Art. 7', says: 'It is destroyed within 90 days.', due: NOON + 90 * DAY },
      },
      {
        ...{ rule: 'O-05', term: 'breach_notice_hours', value: 24, clause: 'Art. 7', due: null },
        says: 'The originator is told of a loss or misuse within 24 hours.',
      },
    ]);
  });
  it('are in the same order however they were said', () => {
    const reversed = Object.fromEntries(Object.entries(everything).reverse());
    expect(under(reversed)).toEqual(under(everything));
  });
  it('say of each way of passing on what it is', () => {
    expect(
      (['none', 'own_constituents', 'with_prior_written_consent'] as const).map((onward_sharing) =>
        obligationsInWords({ onward_sharing }).join(' '),
      ),
    ).toEqual([
      'It is passed on to nobody.',
      'It is passed on to own constituents only.',
      'It is passed on only with the prior written consent of the originator.',
    ]);
  });
  it('are none where nothing is said, and where there is no grant', () => {
    expect([under({}), obligationsOf(null, NOON), obligationsInWords({})]).toEqual([[], [], []]);
  });
});
