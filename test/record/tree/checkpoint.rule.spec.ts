import { verify } from 'node:crypto';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from '../../../src/record/tree/checkpoint';
import { cosign, cosignedAt, witnessVerifier } from '../../../src/record/tree/cosignature';
import { EMPTY_ROOT, leafHash } from '../../../src/record/tree/hashes';
import {
  newPrivateKeyFile,
  parseVerifierKey,
  readSigningKey,
  SIGNATURE_TYPE,
} from '../../../src/record/tree/keys';
import { addSignature, noteVerifier, openNote, parseNote, signNote } from '../../../src/record/tree/note';
import { SOFA } from './known-notes';
import { given, logKey, witnessKey } from './signers';

const root = leafHash(Buffer.from('entry'));
const encoded = root.toString('base64');
const origin = 'log.example/pk-cn';
const log = logKey(origin);
const witness = witnessKey('witness.example/w1');
const text = formatCheckpoint({ origin, size: 42, root });
const signed = signNote(text, log);
const cosigned = addSignature(signed, cosign(text, witness, 1_790_000_000));
const signers = {
  origin,
  log: [given(noteVerifier(log.verifierKey))],
  witnesses: [given(witnessVerifier(witness.verifierKey))],
};

describe('a checkpoint', () => {
  it('is three lines: origin, size and root', () => {
    expect(text).toBe(`log.example/pk-cn\n42\n${encoded}\n`);
    expect(parseCheckpoint(text)).toEqual({ origin, size: 42, root });
    expect(parseCheckpoint(SOFA.text)).toMatchObject({ origin: SOFA.origin, size: 20_852_163 });
    const empty = { origin: 'a log, with spaces+', size: 0, root: EMPTY_ROOT };
    expect(parseCheckpoint(formatCheckpoint(empty))).toEqual(empty);
    const largest = { origin: '日志\u2028', size: 2 ** 53 - 1, root };
    expect(parseCheckpoint(formatCheckpoint(largest))).toEqual(largest);
  });

  it('may have lines of somebody else after these', () => {
    expect(parseCheckpoint(`${text}more\nand more\n`)).toEqual({ origin, size: 42, root });
  });

  test.each([
    '',
    '\n',
    `log\n42\n${encoded}`,
    `log\n42\n`,
    `\n42\n${encoded}\n`,
    `log\n042\n${encoded}\n`,
    `log\n+42\n${encoded}\n`,
    `log\n-42\n${encoded}\n`,
    `log\n4.2\n${encoded}\n`,
    `log\n0x2a\n${encoded}\n`,
    `log\n 42\n${encoded}\n`,
    `log\n42 \n${encoded}\n`,
    `log\n٤٢\n${encoded}\n`,
    `log\n9007199254740992\n${encoded}\n`,
    `log\n99999999999999999999\n${encoded}\n`,
    `log\n\n${encoded}\n`,
    `log\n42\n\n`,
    `log\n42\n${encoded.slice(0, -1)}\n`,
    `log\n42\n${encoded}=\n`,
    `log\n42\n${root.toString('hex')}\n`,
    `log\n42\n${root.subarray(1).toString('base64')}\n`,
    `log\n42\n${Buffer.concat([root, root]).toString('base64')}\n`,
    `log\n42\n ${encoded}\n`,
    `log\n42\n${encoded}\n\n`,
    `log\n42\n${encoded}\nmore`,
    `log\n42\n${encoded}\n\nmore\n`,
    `log\n0\n${encoded}\n`,
  ])('is not %j', (other) => {
    expect(parseCheckpoint(other)).toBeUndefined();
  });

  test.each([
    { origin: '', size: 42, root },
    { origin: 'a\nb', size: 42, root },
    { origin, size: -1, root },
    { origin, size: 4.2, root },
    { origin, size: 2 ** 53, root },
    { origin, size: NaN, root },
    { origin, size: 0, root },
    { origin, size: 42, root: root.subarray(1) },
  ])('does not say %j', (said) => {
    expect(() => formatCheckpoint(said)).toThrow(TypeError);
  });
});

describe('a signed checkpoint', () => {
  it('is opened with its log and the witnesses that are known', () => {
    const checkpoint = { origin, size: 42, root };
    expect(openCheckpoint(signed, signers)).toEqual({ checkpoint, text, cosignatures: [] });
    expect(openCheckpoint(cosigned, { ...signers, witnesses: [] })).toMatchObject({ cosignatures: [] });
    expect(openCheckpoint(cosigned, signers)).toMatchObject({
      checkpoint,
      cosignatures: [{ name: witness.name, keyId: witness.keyId }],
    });
  });

  it('of the log alone is what counts, be it witnessed by whom it may', () => {
    const unsigned = signNote(text, logKey(origin));
    const onlyWitnessed = addSignature(unsigned, cosign(text, witness, 1));
    expect(openCheckpoint(unsigned, signers)).toEqual({ fault: 'unsigned' });
    expect(openCheckpoint(onlyWitnessed, signers)).toEqual({ fault: 'unsigned' });
  });

  it('is not believed for another log, nor for what is no checkpoint, nor when a known witness fails', () => {
    const other = signNote(formatCheckpoint({ origin: 'log.example/other', size: 42, root }), log);
    expect(openCheckpoint(other, signers)).toEqual({ fault: 'other-origin' });
    expect(openCheckpoint(signNote('no checkpoint\n', log), signers)).toEqual({ fault: 'malformed' });
    expect(openCheckpoint('', signers)).toEqual({ fault: 'malformed' });
    const { name, keyId, signature } = cosign(formatCheckpoint({ origin, size: 43, root }), witness, 1);
    const failing = addSignature(signed, { name, keyId, signature });
    expect(openCheckpoint(failing, signers)).toEqual({ fault: 'bad-signature', name, keyId });
  });
});

describe('a cosignature', () => {
  it('is eight octets of time and the signature over time and checkpoint', () => {
    const { signature } = cosign(text, witness, 1_679_315_147);
    const { key } = parseVerifierKey(witness.verifierKey)!;
    const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${text}`);
    expect(signature.subarray(0, 8).toString('hex')).toBe('00000000641850cb');
    expect(verify(null, message, key, signature.subarray(8))).toBe(true);
    expect(cosignedAt(signature)).toBe(1_679_315_147);
  });

  it('is told from the example of its specification', () => {
    const [, second] = parseNote(`${SOFA.text}\n${SOFA.signatures}`)?.signatures ?? [];
    expect([second?.name, cosignedAt(second!.signature)]).toEqual([
      'witness.example.com/w1',
      SOFA.cosignedAt,
    ]);
  });

  it('fails when its time, the checkpoint or any octet of it is another', () => {
    const [verifier] = signers.witnesses;
    const { signature } = cosign(text, witness, 1_790_000_000);
    expect(verifier?.verifies(text, signature)).toBe(true);
    expect(verifier?.verifies(text.replace('42', '43'), signature)).toBe(false);
    expect(verifier?.verifies(`${text}more\n`, signature)).toBe(false);
    for (let at = 0; at < signature.length; at += 1) {
      const other = Buffer.from(signature);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(verifier?.verifies(text, other)).toBe(false);
    }
    for (const length of [0, 8, 64, 71])
      expect(verifier?.verifies(text, signature.subarray(0, length))).toBe(false);
    expect(verifier?.verifies(text, Buffer.concat([signature, Buffer.from([0])]))).toBe(false);
  });

  it('covers the lines after the third', () => {
    const more = `${text}more\n`;
    expect(signers.witnesses[0]?.verifies(more, cosign(more, witness, 5).signature)).toBe(true);
  });

  it('has no time from 2^53 on', () => {
    const at = (time: bigint) => {
      const signature = Buffer.alloc(72);
      signature.writeBigUInt64BE(time);
      return cosignedAt(signature);
    };
    expect([at(0n), at(2n ** 53n - 1n), at(2n ** 53n), at(2n ** 64n - 1n)]).toEqual([
      0,
      2 ** 53 - 1,
      undefined,
      undefined,
    ]);
  });

  it('is made of checkpoints only, at whole seconds', () => {
    expect(() => cosign('no checkpoint\n', witness, 1)).toThrow(TypeError);
    for (const seconds of [-1, 1.5, NaN, 2 ** 53])
      expect(() => cosign(text, witness, seconds)).toThrow(TypeError);
  });

  it('is no signature of a note, even of one key file, nor the other way round', () => {
    const file = newPrivateKeyFile();
    const asLog = readSigningKey(origin, file, SIGNATURE_TYPE.note);
    const asWitness = readSigningKey(origin, file, SIGNATURE_TYPE.cosignature);
    const note = addSignature(signed, cosign(text, asWitness, 1));
    expect(openNote(note, [given(noteVerifier(asLog.verifierKey))])).toEqual({ fault: 'unsigned' });
    expect(witnessVerifier(asLog.verifierKey)).toBeUndefined();
    const plain = asWitness.sign(Buffer.from(text));
    expect(witnessVerifier(asWitness.verifierKey)?.verifies(text, plain)).toBe(false);
  });
});
