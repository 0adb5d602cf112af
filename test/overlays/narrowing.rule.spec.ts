import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import { onlyNarrows } from '../../src/disclosure/rules/overlay-narrows';

const one = (change: Partial<OverlayRestriction> = {}): OverlayRestriction => ({
  clause: '§ 1',
  direction: 'sending',
  informationTypes: ['threat_report'],
  leastTlp: 'AMBER',
  countries: ['CN', 'XC'],
  public: false,
  ...change,
});

/** What counts at once, and what takes two people. */
describe('a version of an overlay only narrows', () => {
  it.each<[string, OverlayRestriction[], OverlayRestriction[]]>([
    ['where there was none', [], [one()]],
    ['where nothing is withheld, before and after', [], []],
    ['that is the same under another clause', [one()], [one({ clause: '§ 2' })]],
    ['with one restriction more', [one()], [one(), one({ direction: 'receiving' })]],
    ['about any type', [one()], [one({ informationTypes: 'any' })]],
    ['about one type more', [one()], [one({ informationTypes: ['indicator', 'threat_report'] })]],
    ['from a lower marking on', [one()], [one({ leastTlp: 'GREEN' })]],
    ['from every marking on', [one()], [one({ leastTlp: null })]],
    ['to one country more', [one()], [one({ countries: ['CN', 'XC', 'XD'] })]],
    ['to all abroad', [one()], [one({ countries: 'abroad' })]],
    ['with the public beside', [one()], [one({ public: true })]],
    [
      'in several restrictions that together withhold all of it',
      [one({ public: true })],
      [one({ countries: ['CN'] }), one({ countries: ['XC'] }), one({ countries: [], public: true })],
    ],
  ])('%s', (_, former, next) => {
    expect(onlyNarrows(former, next, 'PK')).toBe(true);
  });

  it.each<[string, OverlayRestriction[], OverlayRestriction[]]>([
    ['that withholds nothing any more', [one()], []],
    ['of the other direction', [one()], [one({ direction: 'receiving' })]],
    ['about another type', [one()], [one({ informationTypes: ['indicator'] })]],
    ['about some types in place of any', [one({ informationTypes: 'any' })], [one()]],
    ['from a higher marking on', [one()], [one({ leastTlp: 'AMBER+STRICT' })]],
    ['from some marking on in place of every', [one({ leastTlp: null })], [one({ leastTlp: 'CLEAR' })]],
    ['to one country less', [one()], [one({ countries: ['CN'] })]],
    ['to countries in place of all abroad', [one({ countries: 'abroad' })], [one()]],
    ['without the public', [one({ public: true })], [one()]],
    [
      'to all abroad, where the public was barred',
      [one({ countries: [], public: true })],
      [one({ countries: 'abroad' })],
    ],
    [
      'to all abroad, where the own country was named',
      [one({ countries: ['PK'] })],
      [one({ countries: 'abroad' })],
    ],
  ])('no: %s', (_, former, next) => {
    expect(onlyNarrows(former, next, 'PK')).toBe(false);
  });

  it('with every country abroad to an organization that has none', () => {
    expect(onlyNarrows([one({ countries: ['PK'] })], [one({ countries: 'abroad' })], null)).toBe(true);
  });
});
