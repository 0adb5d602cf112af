import fc from 'fast-check';
import { compareVersion } from '../../../src/advisories/csaf/mapping/compare-version';

const integer = fc.nat().map(String);
const identifier = fc.oneof(integer, fc.stringMatching(/^[a-zA-Z-][0-9a-zA-Z-]{0,4}$/));
const semantic = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.array(identifier, { maxLength: 3 }))
  .map(
    ([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre.length > 0 ? `-${pre.join('.')}` : ''}`,
  );

describe('one tracking version against another', () => {
  test.each([
    ['9', 'older', '10'],
    ['100000000000000000001', 'newer', '100000000000000000000'],
    ['7', 'same', '7'],
    ['1.0.0-alpha', 'older', '1.0.0-alpha.1'],
    ['1.0.0-alpha.1', 'older', '1.0.0-alpha.beta'],
    ['1.0.0-beta.2', 'older', '1.0.0-beta.11'],
    ['1.0.0-rc.1', 'older', '1.0.0'],
    ['1.10.0', 'newer', '1.9.9'],
    ['1.0.0+build.1', 'same', '1.0.0+build.2'],
    ['2', 'not comparable', '1.0.0'],
    ['01', 'not comparable', '1'],
    ['', 'not comparable', ''],
  ])('%s is %s, seen from %s', (a, order, b) => {
    expect(compareVersion(a, b)).toBe(order);
  });

  test('is the reverse when the two change places', () => {
    const reverse = { older: 'newer', newer: 'older', same: 'same', 'not comparable': 'not comparable' };
    const version = fc.oneof(integer, semantic);
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersion(b, a)).toBe(reverse[compareVersion(a, b)]);
      }),
    );
  });
});
