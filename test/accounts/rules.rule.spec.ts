import { administratorFault } from '../../src/accounts/rules/administrators';
import { lifetimeFault } from '../../src/accounts/rules/key-lifetime';
import { networkOf } from '../../src/platform/network';
import { passwordFault } from '../../src/accounts/rules/password';
import { judgeRefresh, refreshableUntil } from '../../src/accounts/rules/session-life';

const SENTENCE = 'many small birds sang over the hill at dawn; ';

describe('a password', () => {
  test.each([
    ['elevenchars', 'password/too-short'],
    ['twelve chars', undefined],
    ['a longer one '.repeat(9) + 'and the end', undefined],
    [SENTENCE.repeat(4).slice(0, 128), undefined],
    [SENTENCE.repeat(4).slice(0, 129), 'password/too-long'],
    ['p'.repeat(129), 'password/too-long'],
    // Twelve code points are six letters once composed; six supplementary characters are not twelve.
    ['e\u0301'.repeat(6), 'password/too-short'],
    ['\u{1F511}'.repeat(6), 'password/too-short'],
    [
      '\u{1F511}\u{1F512}\u{1F513}\u{1F5DD}\u{1F6AA}\u{1F3E0}\u{1F511}\u{1F6AA}\u{1F3E0}\u{1F512}\u{1F513}\u{1F5DD}',
      undefined,
    ],
    ['my name is Analyst indeed', 'password/contains-email'],
    ['the team PKCERT of mine', 'password/contains-email'],
    ['for example, a long sentence', undefined],
    ['aaaaaaaaaaaa', 'password/repetitive'],
    ['\u{1F511}'.repeat(12), 'password/repetitive'],
    ['abababababab', 'password/repetitive'],
    ['abababababac', 'password/repetitive'],
    ['horse8horse8ho', 'password/repetitive'],
    ['horses8 horses8 ', undefined],
    ['password1234', 'password/common'],
    ['my P@ssw0rd is long', 'password/common'],
    ['Accord-2026-Accord', 'password/common'],
    ['zebra 12345 tree', 'password/common'],
    ['Qwertyuiop[]', 'password/common'],
    ['correct horse battery', undefined],
    ['1040 zebras eat 31 trees', undefined],
  ])('%j of analyst@pkcert.example is judged %s', (password, fault) => {
    expect(passwordFault(password, 'analyst@pkcert.example')).toBe(fault);
  });

  test('may contain a local part too short to tell anything', () => {
    expect(passwordFault('a long sentence', 'a@pkcert.example')).toBeUndefined();
  });
});

describe('an API key', () => {
  const at = new Date('2026-03-02T08:00:00.000Z');
  const later = (milliseconds: number) => new Date(at.getTime() + milliseconds);
  const longest = 400 * 86_400_000;
  test.each([
    [-1, 'api-key/already-expired'],
    [0, 'api-key/already-expired'],
    [1, undefined],
    [longest, undefined],
    [longest + 1, 'api-key/too-long-lived'],
  ])('that expires %i ms from now is judged %s', (milliseconds, fault) => {
    expect(lifetimeFault(at, later(milliseconds))).toBe(fault);
  });
});

describe('addresses count as one', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a change to an account', () => {
  test.each([
    [['a', 'b'], { actor: 'a', target: 'b', stays: false }, undefined],
    [['a', 'b'], { actor: 'a', target: 'a', stays: false }, undefined],
    [['a'], { actor: 'a', target: 'a', stays: false }, 'account/last-administrator'],
    [['a'], { actor: 'a', target: 'c', stays: false }, undefined],
    [['b'], { actor: 'a', target: 'b', stays: false }, 'account/no-longer-administrator'],
    [[], { actor: 'a', target: 'c', stays: true }, 'account/no-longer-administrator'],
  ])('with the administrators %j: %j is judged %s', (administrators, change, fault) => {
    expect(administratorFault(administrators, change)).toBe(fault);
  });
});

describe('a refresh token', () => {
  const state = { rotated: false, sessionEnded: false, expiresAt: 10, sessionExpiresAt: 20 };
  test.each([
    [{}, 9, 'rotate'],
    [{}, 10, 'refuse'],
    [{ rotated: true }, 9, 'end'],
    [{ rotated: true }, 19, 'end'],
    [{ rotated: true }, 20, 'refuse'],
    [{ rotated: true, sessionEnded: true }, 9, 'refuse'],
    [{ sessionEnded: true }, 9, 'refuse'],
  ] as const)('in the state %j at %i: %s', (change, at, verdict) => {
    expect(judgeRefresh({ ...state, ...change }, at)).toBe(verdict);
  });

  test('is good for twelve hours, and never for longer than its session', () => {
    expect(refreshableUntil(0, 8 * 86_400_000)).toBe(12 * 3_600_000);
    expect(refreshableUntil(0, 1000)).toBe(1000);
  });
});
