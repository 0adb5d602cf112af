import { formatCheckpoint } from '../../../src/record/tree/checkpoint';
import { cosign, witnessVerifier } from '../../../src/record/tree/cosignature';
import { EMPTY_ROOT } from '../../../src/record/tree/hashes';
import { addSignature, noteVerifier, signNote } from '../../../src/record/tree/note';
import {
  formatProofFile,
  parseProofFile,
  type ProofFile,
  verifyProofFile,
} from '../../../src/record/tree/proof-file';
import { leaves, naivePath, naiveRoot } from './naive';
import { given, logKey, witnessKey } from './signers';

const all = leaves(11);
const [leaf = EMPTY_ROOT, other = EMPTY_ROOT] = all.slice(6);
const origin = 'log.example/pk-cn';
const log = logKey(origin);
const witness = witnessKey('witness.example/w1');
const head = formatCheckpoint({ origin, size: all.length, root: naiveRoot(all) });
const checkpoint = addSignature(signNote(head, log), cosign(head, witness, 1_790_000_000));
const file: ProofFile = { index: 6, proof: naivePath(6, all), checkpoint };
const text = formatProofFile(file);
const signers = {
  origin,
  log: [given(noteVerifier(log.verifierKey))],
  witnesses: [given(witnessVerifier(witness.verifierKey))],
};
const hashLines = file.proof.map((hash) => hash.toString('base64'));
const [firstHash = ''] = hashLines;

describe('a proof file', () => {
  it('is its first line, the index, the hashes, an empty line and the checkpoint', () => {
    expect(text).toBe(['c2sp.org/tlog-proof@v1', 'index 6', ...hashLines, '', checkpoint].join('\n'));
    expect(parseProofFile(text)).toEqual(file);
  });

  it('may hold extra octets, and no hash at all', () => {
    const extra = Buffer.from('age-v1.2.1');
    const alone = { index: 0, proof: [], checkpoint, extra };
    const written = formatProofFile(alone);
    expect(written).toBe(`c2sp.org/tlog-proof@v1\nextra YWdlLXYxLjIuMQ==\nindex 0\n\n${checkpoint}`);
    expect(parseProofFile(written)).toEqual(alone);
  });

  it('proves its leaf, and tells who witnessed', () => {
    expect(verifyProofFile(text, leaf, signers)).toMatchObject({
      checkpoint: { origin, size: 11 },
      cosignatures: [{ name: witness.name }],
    });
  });

  it('proves nothing of another leaf, at another place, or with a hash tampered with', () => {
    expect(verifyProofFile(text, other, signers)).toEqual({ fault: 'not-included' });
    const moved = text.replace('index 6', 'index 7');
    expect(verifyProofFile(moved, leaf, signers)).toEqual({ fault: 'not-included' });
    const [, ...fewer] = file.proof;
    const cut = formatProofFile({ ...file, proof: fewer });
    expect(verifyProofFile(cut, leaf, signers)).toEqual({ fault: 'not-included' });
    expect(verifyProofFile(text, leaf.subarray(1), signers)).toEqual({ fault: 'not-included' });
  });

  it('proves nothing under a checkpoint that is not believed', () => {
    const { log: known, ...rest } = signers;
    const stranger = given(noteVerifier(logKey(origin).verifierKey));
    expect(verifyProofFile(text, leaf, { ...rest, log: [stranger] })).toEqual({ fault: 'unsigned' });
    expect(verifyProofFile(text, leaf, { ...rest, log: known, origin: 'log.example' })).toEqual({
      fault: 'other-origin',
    });
    const resized = text.replace('\n11\n', '\n12\n');
    expect(verifyProofFile(resized, leaf, signers)).toMatchObject({ fault: 'bad-signature' });
  });

  it('proves nothing when any of its octets is another; one of a witness may count as one of a stranger', () => {
    const whole = Buffer.from(text);
    const ofWitness = whole.indexOf(`— ${witness.name}`);
    for (let at = 0; at < whole.length; at += 1) {
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 1;
      const result = verifyProofFile(turned.toString(), leaf, signers);
      if (at < ofWitness) expect(result).toHaveProperty('fault');
      else if (!('fault' in result)) expect(result.cosignatures).toEqual([]);
    }
  });

  it('with two empty lines has a checkpoint that nobody signed', () => {
    const widened = text.replace('\n\n', '\n\n\n');
    expect(verifyProofFile(widened, leaf, signers)).toMatchObject({ fault: 'bad-signature', name: origin });
  });

  test.each([
    ['empty', ''],
    ['of another version', text.replace('@v1', '@v2')],
    ['after an empty line', `\n${text}`],
    ['without an index', text.replace('index 6\n', '')],
    ['with an index twice', text.replace('index 6\n', 'index 6\nindex 6\n')],
    ['with a leading zero', text.replace('index 6', 'index 06')],
    ['with a negative index', text.replace('index 6', 'index -6')],
    ['with two spaces', text.replace('index 6', 'index  6')],
    ['with an index from 2^53', text.replace('index 6', 'index 9007199254740992')],
    ['with extra after the index', text.replace('index 6', 'index 6\nextra YQ==')],
    ['with empty extra', text.replace('index', 'extra \nindex')],
    ['with extra that is no base64', text.replace('index', 'extra YQ\nindex')],
    ['with a hash cut', text.replace(firstHash, firstHash.slice(0, -1))],
    ['with a hash too short', text.replace(firstHash, Buffer.alloc(31).toString('base64'))],
    ['with a space after a hash', text.replace(firstHash, `${firstHash} `)],
    ['with too many hashes', text.replace(firstHash, `${firstHash}\n`.repeat(54).trimEnd())],
    ['with carriage returns', text.replaceAll('\n', '\r\n')],
    ['without a checkpoint', text.slice(0, text.indexOf('\n\n') + 2)],
    ['without the empty line', text.replace('\n\n', '\n')],
    ['cut off', text.slice(0, -1)],
  ])('is malformed %s', (_, wrong) => {
    expect(verifyProofFile(wrong, leaf, signers)).toEqual({ fault: 'malformed' });
  });

  test.each<Partial<ProofFile>>([
    { index: -1 },
    { index: 0.5 },
    { proof: [leaf.subarray(1)] },
    { proof: Array.from({ length: 54 }, () => leaf) },
    { extra: Buffer.alloc(0) },
    { checkpoint: head },
  ])('does not say %j', (wrong) => {
    expect(() => formatProofFile({ ...file, ...wrong })).toThrow(TypeError);
  });
});
