import { addressRange, isAllowed } from '../../src/accounts/credentials/address-ranges';

describe('a range of addresses', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['192.0.2.7', '192.0.2.7/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['192.0.2.128/25', '192.0.2.128/25'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::/0', '::/0'],
    ['::1/128', '::1/128'],
  ])('%s is kept as %s', (text, range) => {
    expect(addressRange(text)).toBe(range);
  });

  test.each([
    '',
    '/24',
    '192.0.2.0/',
    '192.0.2.0/024',
    '192.0.2.0/-1',
    '192.0.2.0/33',
    '192.0.2.1/24',
    '192.0.2.0/24 ',
    '192.0.2.0/24/24',
    '192.0.2',
    '0xc0000200/24',
    '2001:db8::1/64',
    '2001:db8::/129',
    'fe80::1%eth0',
    '::ffff:192.0.2.0/120',
    'host.example',
  ])('%j is none', (text) => {
    expect(addressRange(text)).toBeUndefined();
  });
});

describe('an address', () => {
  const ranges = ['192.0.2.0/24', '198.51.100.7/32', '2001:db8:1::/48'];
  test.each([
    ['192.0.2.0', true],
    ['192.0.2.255', true],
    ['192.0.3.0', false],
    ['198.51.100.7', true],
    ['198.51.100.8', false],
    ['::ffff:192.0.2.9', true],
    ['::ffff:192.0.3.9', false],
    ['2001:db8:1:ffff::1', true],
    ['2001:db8:2::1', false],
    ['::1', false],
    ['', false],
    ['nowhere', false],
  ])('%j is in the ranges: %s', (address, allowed) => {
    expect(isAllowed(address, ranges)).toBe(allowed);
  });

  test('of whatever kind is allowed where no range is given', () => {
    for (const address of ['192.0.2.1', '2001:db8::1', '']) expect(isAllowed(address, [])).toBe(true);
  });

  test('of one kind is never in ranges of the other', () => {
    expect([isAllowed('192.0.2.1', ['::/0']), isAllowed('2001:db8::1', ['0.0.0.0/0'])]).toEqual([
      false,
      false,
    ]);
  });
});
