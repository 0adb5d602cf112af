import fc from 'fast-check';
import { type ReadLimits, readCsafBytes } from '../../../src/advisories/csaf/read-csaf';
import { scanJson } from '../../../src/advisories/csaf/scan-json';

function read(text: string, limits?: Partial<ReadLimits>): unknown {
  return readCsafBytes(Buffer.from(text), limits);
}

function refusal(rule: string, path = '', message: unknown = expect.any(String)): unknown {
  return { findings: [{ path, rule, message }] };
}

const WIDE = { depth: 1000, values: 1_000_000 };

describe('the bytes of a CSAF document', () => {
  test('are read as JSON.parse reads them', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        const outcome = readCsafBytes(Buffer.from(text));
        if ('document' in outcome) expect(outcome.document).toEqual(JSON.parse(text));
        else expect(outcome.findings.every(({ rule }) => rule !== 'json syntax')).toBe(true);
      }),
    );
  });

  test('are taken for JSON exactly when JSON.parse takes them', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(40),
        fc.constantFrom('', ',', '"', '{', ']', '\\', '0', '.', 'e', '-', ' ', '\u0001'),
      )
      .map(([text, place, piece]) => text.slice(0, place) + piece + text.slice(place + 1));
    fc.assert(
      fc.property(broken, (text) => {
        const syntax = scanJson(text, WIDE).some(({ rule }) => rule === 'json syntax');
        expect(syntax).toBe(!parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('are refused beyond the size limit, before anything is read', () => {
    expect(read('{"a":1}', { bytes: 6 })).toEqual(refusal('json size'));
  });

  test.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate written as UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
  ])('are refused when they are not UTF-8: %s', (_, bytes) => {
    expect(readCsafBytes(Uint8Array.from(bytes))).toEqual(refusal('json encoding'));
  });

  test('are refused with a byte order mark', () => {
    expect(read('\uFEFF{}')).toEqual(
      refusal('json encoding', '', expect.stringContaining('byte order mark')),
    );
  });

  test.each([
    ['{"a": 1,\n "b": }', '/b', 'Unexpected "}" at line 2, column 7.'],
    ['{"a": [1, 2', '/a', 'The text ends too early at line 1, column 12.'],
    ['{} trailing', '', 'Unexpected "t" at line 1, column 4.'],
    ['', '', 'The text ends too early at line 1, column 1.'],
    ['{"a": "tab\there"}', '/a', 'Unexpected "\\t" at line 1, column 11.'],
  ])('tell where the JSON is broken: %j', (text, path, message) => {
    expect(read(text)).toEqual(refusal('json syntax', path, message));
  });

  test('are refused when a name occurs twice in an object, however it is spelled', () => {
    expect(read('{"document":{"title":"a","t\\u0069tle":"b"}}')).toEqual(
      refusal('json duplicate', '/document/title'),
    );
    expect(read('[{"a":1},{"a":2}]')).toEqual({ document: [{ a: 1 }, { a: 2 }] });
  });

  test.each(['__proto__', 'constructor', 'prototype', '__pr\\u006fto__'])(
    'are refused when an object has a member %s',
    (name) => {
      expect(read(`{"a":[{"${name}":{"admin":true}}]}`)).toMatchObject({ findings: [{ rule: 'json name' }] });
    },
  );

  test('are refused when a text holds U+0000 or half a surrogate pair, with the place of it', () => {
    expect(read('{"a/b":["x","\\u0000"]}')).toEqual(refusal('json text', '/a~1b/1'));
    expect(read('{"a":"\\ud83d"}')).toEqual(refusal('json text', '/a'));
    expect(read('{"a":"\\ud83d\\ude00"}')).toEqual({ document: { a: '😀' } });
  });

  test('are refused when nested deeper than the limit', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(read(nested(80))).toHaveProperty('document');
    expect(read(nested(81))).toMatchObject({ findings: [{ rule: 'json depth' }] });
    expect(read(nested(1_000_000))).toMatchObject({ findings: [{ rule: 'json depth' }] });
  });

  test('are refused when they hold more values than the limit', () => {
    expect(read('[1,2,3]', { values: 3 })).toMatchObject({ findings: [{ rule: 'json size' }] });
    expect(read(`[${'0,'.repeat(1_000_000)}0]`)).toMatchObject({ findings: [{ rule: 'json size' }] });
  });

  test('are refused when a number is beyond all bounds', () => {
    expect(read('{"score":1e999}')).toEqual(refusal('json number', '/score'));
  });

  test('never give more findings than a person reads', () => {
    expect(read(`[${Array(500).fill('"\\u0000"').join()}]`)).toMatchObject({ findings: { length: 20 } });
  });

  test('may hold one text of many megabytes', () => {
    const text = 'n\n'.repeat(4_000_000);
    expect(read(JSON.stringify({ text }))).toEqual({ document: { text } });
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
