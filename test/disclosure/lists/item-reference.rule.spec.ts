import { checkCharacter, readReference } from '../../../src/disclosure/items/rules/item-reference';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GOOD = `PK-7QX4-M2F9-${checkCharacter('PK7QX4M2F9')}`;

test('the check character is that of ISO/IEC 7064, MOD 37,36', () => {
  // A published Global Release Identifier, whose check character is made in this way.
  expect(checkCharacter('A12425GABC1234002')).toBe('M');
});

test.each([GOOD, GOOD.toLowerCase(), GOOD.replaceAll('-', ''), ` ${GOOD} `])(
  '%j is read as it is stored',
  (typed) => {
    expect(readReference(typed)).toEqual({ is: 'reference', reference: GOOD });
  },
);

test('an O is read as a zero, an I and an L as a one, but not in the country', () => {
  const stored = `IO-0110-0000-${checkCharacter('IO01100000')}`;
  expect(readReference(stored.replace('-0110-', '-OILo-'))).toEqual({ is: 'reference', reference: stored });
});

test('each wrong character and each pair that changed places is found', () => {
  const plain = GOOD.replaceAll('-', '');
  for (let place = 2; place < plain.length; place += 1)
    for (const other of ALPHABET) {
      const typed = plain.slice(0, place) + other + plain.slice(place + 1);
      if (typed !== plain) expect([typed, readReference(typed)]).toEqual([typed, { is: 'mistyped' }]);
    }
  for (let place = 2; place < plain.length - 1; place += 1) {
    const typed = plain.slice(0, place) + plain[place + 1]! + plain[place]! + plain.slice(place + 2);
    if (typed !== plain) expect([typed, readReference(typed)]).toEqual([typed, { is: 'mistyped' }]);
  }
});

test.each(['', 'PK', 'PK-7QX4-M2F9', `${GOOD}0`, '0b9e4c1a-0000-4000-8000-000000000000', '12-7QX4-M2F9-3'])(
  '%j is no reference',
  (typed) => {
    expect(readReference(typed)).toEqual({ is: 'other' });
  },
);
