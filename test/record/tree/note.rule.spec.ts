import { readSigningKey, SIGNATURE_TYPE } from '../../../src/record/tree/keys';
import { addSignature, noteVerifier, openNote, parseNote, signNote } from '../../../src/record/tree/note';
import { ENOCH, FOO, PETER, TEXT } from './known-notes';
import { fileOf, given, logKey, witnessKey } from './signers';

const peter = given(noteVerifier(PETER.key));
const enoch = given(noteVerifier(ENOCH.key));
const note = (...lines: string[]) => `${TEXT}\n${lines.join('')}`;
const both = note(PETER.line, ENOCH.line);
const names = (opened: ReturnType<typeof openNote>) =>
  'fault' in opened ? opened.fault : opened.signatures.map(({ name }) => name);

describe('a note', () => {
  it('is signed to the known octets, and opened with the known keys', () => {
    const seed = Buffer.from(PETER.secret, 'base64').subarray(1);
    const key = readSigningKey(PETER.name, fileOf(seed), SIGNATURE_TYPE.note);
    expect(signNote(TEXT, key)).toBe(note(PETER.line));
    expect(openNote(FOO.note, [given(noteVerifier(FOO.key))])).toMatchObject({
      text: 'This is an example message.\n',
      signatures: [{ name: 'example.com/foo', keyId: '530d903a' }],
    });
  });

  it('is believed for the keys that are known, in the order of their lines; others are left aside', () => {
    expect(names(openNote(both, [peter]))).toEqual(['PeterNeumann']);
    expect(names(openNote(both, [enoch, peter]))).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(names(openNote(both, []))).toBe('unsigned');
    expect(names(openNote(note(ENOCH.line), [peter]))).toBe('unsigned');
  });

  it('counts a key once, however often it signed', () => {
    expect(names(openNote(note(PETER.line, PETER.line, ENOCH.line), [peter, peter]))).toEqual([
      'PeterNeumann',
    ]);
  });

  it('is not believed when any signature of a known key fails, be the others good', () => {
    const failing = PETER.line.replace('x08go/ZJ', 'x08go/ZK');
    expect(openNote(note(ENOCH.line, failing), [enoch, peter])).toEqual({
      ...{ fault: 'bad-signature', name: 'PeterNeumann', keyId: 'c74f20a3' },
    });
    expect(names(openNote(note(PETER.line, failing), [peter]))).toBe('bad-signature');
    expect(names(openNote(note(ENOCH.line, failing), [enoch]))).toEqual(['EnochRoot']);
    const longer = `${PETER.line.slice(0, 60)}ABCD${PETER.line.slice(60)}`;
    expect(names(openNote(note(longer), [peter]))).toBe('bad-signature');
    expect(names(openNote(note(PETER.line).replace('problem', 'Problem'), [peter]))).toBe('bad-signature');
  });

  it('knows a key by its name and its id, both', () => {
    const renamed = PETER.line.replace('PeterNeumann', 'CarmenSandiego');
    const otherId = PETER.line.replace('x08g', 'xxxx');
    expect(names(openNote(note(renamed), [peter]))).toBe('unsigned');
    expect(names(openNote(note(otherId), [peter]))).toBe('unsigned');
  });

  it('is not believed when any of its octets is another', () => {
    const whole = Buffer.from(note(PETER.line));
    for (let at = 0; at < whole.length; at += 1) {
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(openNote(other.toString(), [peter])).toHaveProperty('fault');
    }
  });

  it('has everything before its last empty line as its text', () => {
    const key = logKey('log.example');
    for (const text of ['\n', 'a\n', 'a\n\n', 'a\n\nb\n', '\n\n\n', `${TEXT}\n${PETER.line}`, 'ا 漢\u2028\n'])
      expect(openNote(signNote(text, key), [given(noteVerifier(key.verifierKey))])).toMatchObject({ text });
  });

  test.each(['', 'a', 'a\nb', 'a\r\n', '\u0000\n', 'a\tb\n', '\u001f\n', '\ud800\n', `${'a'.repeat(1e6)}\n`])(
    'is not signed over the text %.20j',
    (text) => {
      expect(() => signNote(text, logKey('log.example'))).toThrow(TypeError);
    },
  );

  it('gets signatures added after those it has, and stays a note', () => {
    const [, second] = parseNote(both)?.signatures ?? [];
    expect(addSignature(note(PETER.line), second!)).toBe(both);
    expect(() => addSignature(TEXT, second!)).toThrow(TypeError);
    expect(() => addSignature(both, { ...second!, name: 'Enoch Root' })).toThrow(TypeError);
    expect(() => addSignature(both, { ...second!, signature: Buffer.alloc(0) })).toThrow(TypeError);
    expect(() => addSignature(note(PETER.line.repeat(100)), second!)).toThrow(TypeError);
  });

  it('may have 100 signatures, not 101', () => {
    expect(names(openNote(note(PETER.line.repeat(100)), [peter]))).toEqual(['PeterNeumann']);
    expect(names(openNote(note(PETER.line.repeat(101)), [peter]))).toBe('malformed');
  });

  test.each([
    ['without signatures', TEXT],
    ['with no line after the empty one', `${TEXT}\n`],
    ['without text', `\n${PETER.line}`],
    ['without the empty line', TEXT + PETER.line],
    ['cut off before the last newline', note(PETER.line).slice(0, -1)],
    ['with a control character', `\u0001${note(PETER.line)}`],
    ['with carriage returns', note(PETER.line).replaceAll('\n', '\r\n')],
    ['that is not Unicode', `\ud800${note(PETER.line)}`],
    ['with a line that is no signature', note(PETER.line, 'Unexpected line.\n')],
    ['with a hyphen for a dash', note(PETER.line.replace('—', '-'))],
    ['with two spaces', note(PETER.line.replace(' x08', '  x08'))],
    ['with a space at the end', note(PETER.line.replace('=\n', '= \n'))],
    ['with a space in a name', note(PETER.line.replace('rN', 'r N'))],
    ['with a no-break space in a name', note(PETER.line.replace('rN', 'r\u00a0N'))],
    ['with a plus sign in a name', note(PETER.line.replace('rN', 'r+N'))],
    ['without a name', note(PETER.line.replace('PeterNeumann', ''))],
    ['with a signature in base64 of the other alphabet', note(PETER.line.replace('/', '_'))],
    ['with a signature without its padding', note(PETER.line.replace('=', ''))],
    ['with bits in the padding of a signature', note(PETER.line.replace('AM=', 'AN='))],
    ['with a key id and no signature', note('— PeterNeumann x08gow==\n')],
    ['of more than a million octets', `${'a'.repeat(1e6)}\n\n${PETER.line}`],
  ])('is malformed %s', (_, text) => {
    expect([parseNote(text), openNote(text, [peter])]).toEqual([undefined, { fault: 'malformed' }]);
  });

  it('has no verifier for a key of a witness, nor for what is no key', () => {
    expect(noteVerifier(witnessKey('witness.example').verifierKey)).toBeUndefined();
    expect(noteVerifier('PeterNeumann')).toBeUndefined();
  });
});
