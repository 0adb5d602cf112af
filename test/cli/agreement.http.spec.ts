import { Command } from 'commander';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CanonicalDocument, documentOf } from '../../src/agreements/canonical/document';
import { canonicalTerms } from '../../src/agreements/rules/terms-content';
import { agreementCommands } from '../../src/cli/agreements/commands';
import { askingViewer } from '../../src/cli/asking-viewer';
import { grant, Instrument, inForce, terms } from '../agreements/agreement-world';
import { startWorld, type World } from '../cast';

const BY = ['--by', 'auditor@pkcert.example'];
let world: World;
let other: World;
let folder: string;
const file = (name: string) => join(folder, name);

/** What is printed, on either stream, and with which code it ended. */
async function say(of: World, ...words: string[]) {
  const printed: string[] = [];
  const keep = (text: string) => void printed.push(text);
  const spies = [
    jest.spyOn(console, 'log').mockImplementation(keep),
    jest.spyOn(console, 'error').mockImplementation(keep),
  ];
  let code: number | undefined;
  const open = async (by: string) => ({
    app: of.app,
    viewer: await askingViewer(of.ownerUrl, by),
    close: () => Promise.resolve(),
  });
  try {
    const program = new Command('accord').exitOverride();
    agreementCommands(program, open, (ended) => (code = ended));
    await program.parseAsync(['agreement', ...words], { from: 'user' });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { text: printed.join('\n'), code };
}
const compare = (...words: string[]) => say(world, 'compare', ...words);
const exported = (of: World, name: string, ...words: string[]) =>
  say(of, 'export', 'PK-CN-CLI', ...BY, '-o', file(name), ...words);

beforeAll(async () => {
  [world, other] = [await startWorld(), await startWorld()];
  folder = mkdtempSync(join(tmpdir(), 'accord-compare-'));
  const pair = generateKeyPairSync('ed25519');
  writeFileSync(file('private.pem'), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(file('public.pem'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const stranger = generateKeyPairSync('ed25519').publicKey;
  writeFileSync(file('stranger.pem'), stranger.export({ type: 'spki', format: 'pem' }));
  await inForce(world, 'PK-CN-CLI');
  // The other installation holds the same agreement, typed in another order, and later proposes something else.
  const theirs = terms({ grants: terms().grants.toReversed() });
  const copy = await new Instrument(other, 'PK-CN-CLI').draft({ terms: theirs, title: '谅解备忘录' });
  await copy.done('pkcert-liaison', 'terms', {
    corrections: 'allowed',
    grants: [grant('pkcert', 'cncert', { need: 'on_request', obligations: { retention_days: 30 } })],
  });
  await exported(world, 'a.json');
  await exported(other, 'b.json', '--terms', '1', '--sign', file('private.pem'));
  await exported(other, 'later.json');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
  await other.close();
});

describe('accord agreement export', () => {
  it('writes the terms in force, or else the latest, or those asked for', async () => {
    const numbers = ['a.json', 'b.json', 'later.json'].map(
      (name) => (JSON.parse(readFileSync(file(name), 'utf8')) as { terms_version: number }).terms_version,
    );
    expect(numbers).toEqual([1, 1, 2]);
    const { text } = await say(world, 'export', 'PK-CN-CLI', ...BY);
    expect(`${text}\n`).toBe(readFileSync(file('a.json'), 'utf8'));
    expect(
      (await world.as('pkcert-auditor').get('/api/v1/agreements/PK-CN-CLI/terms/1/canonical')).text,
    ).toBe(text);
  });

  it('finds nothing for people of others, nor terms that there are not, and takes no other number', async () => {
    const of = (...words: string[]) => say(world, 'export', 'PK-CN-CLI', ...words);
    await expect(of('--by', 'liaison@corvia.example')).rejects.toMatchObject({ status: 404 });
    await expect(of(...BY, '--terms', '2')).rejects.toMatchObject({ status: 404 });
    await expect(of(...BY, '--terms', 'last')).rejects.toMatchObject({ status: 422 });
    await expect(of(...BY, '--sign', file('public.pem'))).rejects.toThrow('no Ed25519 key');
  });
});

describe('accord agreement compare', () => {
  it('says that two installations encode the same, whatever the title and in whatever order', async () => {
    const { text, code } = await compare(file('a.json'), file('b.json'));
    expect(code).toBe(0);
    expect(text).toContain('Both encode the same.\nTheir titles differ, which is no part of it.');
    const loose = JSON.stringify(JSON.parse(readFileSync(file('a.json'), 'utf8')), null, 4);
    writeFileSync(file('spaced.json'), loose);
    expect((await compare(file('spaced.json'), file('a.json'))).code).toBe(0);
  });

  it('names each term that differs, with what each side says', async () => {
    const { text, code } = await compare(file('a.json'), file('later.json'));
    expect(code).toBe(1);
    expect(text.split('\n').slice(2)).toEqual([
      'They differ in 4 terms:',
      'corrections',
      '  A: no corrections after the end',
      '  B: corrections may follow after the end',
      expect.stringMatching(/^cncert → pkcert \(Art. 4\(1\)\)$/),
      expect.stringMatching(/^ {2}A: indicator up to TLP:GREEN, threat report up to TLP:AMBER;/),
      '  B: grants nothing this way',
      'pkcert → cncert (Art. 4(1)), need',
      '  A: as soon as it is released',
      '  B: only in answer to an open request',
      'pkcert → cncert (Art. 4(1)), retention days',
      '  A: says nothing',
      '  B: destroyed within 30 days',
    ]);
  });

  it('tells machines the same', async () => {
    const { text, code } = await compare(file('a.json'), file('later.json'), '--json');
    const found = JSON.parse(text) as { same: boolean; differences: { field: string }[] };
    expect([code, found.same]).toEqual([1, false]);
    expect(found.differences.map(({ field }) => field)).toEqual([
      'corrections',
      'grant',
      'need',
      'obligations.retention_days',
    ]);
    const missing = await compare(file('a.json'), file('none.json'), '--json');
    expect([missing.code, JSON.parse(missing.text)]).toEqual([
      2,
      { same: null, fault: { file: file('none.json'), message: 'It cannot be read (ENOENT).' } },
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ['not JSON', () => 'PK'],
    ['not terms of an agreement', (text) => text.replace('agreement-terms/1', 'agreement-terms/2')],
    ['hash does not match its content', (text) => text.replace('"nexus":"any"', '"nexus":"either"')],
    ['hash does not match its content', (text) => text.replace('"clause":', '"more":1,"clause":')],
    ['cannot be read: grants.0.clause', (text) => text.replace('"clause":"Art. 4(1)"', '"clause":null')],
    [
      'not in canonical order',
      (text) =>
        text.replace('"roles":["operating_cert","signatory"]', '"roles":["signatory","operating_cert"]'),
    ],
  ])('ends with 2 for a file that is not what it says: %s', async (why, change) => {
    writeFileSync(file('bad.json'), change(readFileSync(file('a.json'), 'utf8')));
    const { text, code } = await compare(file('a.json'), file('bad.json'));
    expect([code, text]).toEqual([2, expect.stringContaining(why)]);
    expect(text.startsWith(`${file('bad.json')}: `)).toBe(true);
  });

  it('names the whole agreement’s terms and its parties as people do', async () => {
    const { body } = await world.as('pkcert-liaison').get('/api/v1/agreements/PK-CN-CLI/terms/1/canonical');
    const document = body as CanonicalDocument;
    const { accord: _, ...content } = document.content;
    const changed = canonicalTerms({
      ...content,
      agreement: 'CN-PK-7',
      expires_at: '2031-01-01T00:00:00.000Z',
      parties: content.parties.filter(({ organization }) => organization !== 'pkcert'),
    });
    writeFileSync(
      file('bad.json'),
      JSON.stringify(documentOf(changed, { title: 'T', number: 1, texts: [] })),
    );
    const { text, code } = await compare(file('a.json'), file('bad.json'));
    expect([code, text.split('\n').slice(2)]).toEqual([
      1,
      [
        'They differ in 3 terms:',
        'reference',
        '  A: PK-CN-CLI',
        '  B: CN-PK-7',
        'expiry',
        '  A: without an end',
        '  B: until 2031-01-01T00:00:00.000Z',
        'party pkcert',
        '  A: operating CERT',
        '  B: no party',
      ],
    ]);
  });

  it('shows what moves a cursor, and does not obey it', async () => {
    const forged = JSON.parse(readFileSync(file('a.json'), 'utf8')) as { accord: string };
    writeFileSync(file('bad.json'), JSON.stringify({ ...forged, content: { accord: 'terms/1\u001b[2J' } }));
    expect((await compare(file('a.json'), file('bad.json'))).text).not.toContain('\u001b');
  });

  it('verifies the signature of the other side’s file', async () => {
    const verified = (name: string, key: string) =>
      compare(file('a.json'), file(name), '--verify-with', file(key));
    const good = await verified('b.json', 'public.pem');
    expect([good.code, good.text]).toEqual([0, expect.stringMatching(/^B .*, signed by [0-9a-f]{64}$/m)]);
    expect(await verified('b.json', 'stranger.pem')).toMatchObject({
      code: 2,
      text: expect.stringContaining('not signed with the given key') as string,
    });
    expect(await verified('later.json', 'public.pem')).toMatchObject({
      code: 2,
      text: expect.stringContaining('It is not signed.') as string,
    });
    const retitled = readFileSync(file('b.json'), 'utf8').replace('谅解', '谅');
    writeFileSync(file('bad.json'), retitled);
    expect((await verified('bad.json', 'public.pem')).code).toBe(2);
    expect((await verified('b.json', 'a.json')).code).toBe(2);
  });

  it('ends with 2, not as if something differed, where it is called in another way', async () => {
    const exit = jest.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`ended with ${code}`);
    });
    const error = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(compare(file('a.json'))).rejects.toThrow('ended with 2');
    await expect(compare(file('a.json'), file('b.json'), '--quick')).rejects.toThrow('ended with 2');
    exit.mockRestore();
    error.mockRestore();
  });
});
