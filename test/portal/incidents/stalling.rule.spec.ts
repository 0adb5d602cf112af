import { findIndicators } from '../../../src/portal/incidents/rules/indicators';

describe('a text that is made to be looked through for long', () => {
  // With work that grew with the square of the length each of these would take minutes.
  it.each([
    ['a name that never ends', 'a[.'.repeat(50_000)],
    ['an address that ends in dots', `http://a${'.'.repeat(150_000)}b`],
  ])('is looked through like any other: %s', (_what, text) => {
    expect(findIndicators(text).length).toBeLessThan(2);
  });
});
