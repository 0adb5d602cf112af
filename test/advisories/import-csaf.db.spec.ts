import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { ImportAdvisory } from '../../src/advisories';
import { importCsaf, type ImportCsafContext, type ImportCsafOptions } from '../../src/cli/import-csaf';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { startWorld, type World } from '../cast';
import { bytesOf, label, ownDocument, trackingOf } from './advisory-world';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lines of the result and the exit code. */
async function run(options: Partial<ImportCsafOptions>, change: Partial<ImportCsafContext> = {}) {
  const lines: string[] = [];
  const context = {
    transaction: world.app.get(ViewerTransaction, { strict: false }),
    importAdvisory: world.app.get(ImportAdvisory, { strict: false }),
    viewer: {
      organizationId: world.organizations.pkcert,
      personId: world.people['pkcert-analyst'],
      roles: ['analyst'] as const,
    },
    print: (line: string) => void lines.push(line.replaceAll(`${folder}/`, '')),
    ...change,
  };
  return { code: await importCsaf({ paths: [folder], ...options }, context), lines };
}

const put = (name: string, content: Buffer | string) => writeFileSync(join(folder, name), content);
const document = (id: string, version = 1) =>
  bytesOf(ownDocument({ ...label('GREEN'), tracking: trackingOf(id, version) }));
const words = (lines: string[]) =>
  lines.slice(0, -1).map((line) => line.split(/[ ;]+/).slice(0, 2).join(' '));

test('a folder is imported file by file in a fixed order, and a faulty one stops nothing', async () => {
  put('b.json', document('CLI-1'));
  put('a.json', '{"document": {');
  put('notes.txt', 'not looked at');
  put('c.json.sha256', 'not looked at');
  put('d.json', '');
  put('huge.json', '');
  truncateSync(join(folder, 'huge.json'), 16 * 1024 * 1024 + 1);
  mkdirSync(join(folder, 'sub/.git'), { recursive: true });
  put('sub/e.json', document('CLI-2'));
  put('sub/.git/f.json', document('CLI-3'));
  mkdirSync(join(folder, 'folder.json'));
  symlinkSync(join(folder, 'b.json'), join(folder, 'link.json'));
  symlinkSync(folder, join(folder, 'loop'));
  execFileSync('mkfifo', [join(folder, 'pipe.json')]);
  const { code, lines } = await run({});
  expect(code).toBe(0);
  expect(words(lines)).toEqual([
    'refused a.json',
    'accepted b.json',
    'refused d.json',
    'refused huge.json',
    'refused link.json',
    'refused pipe.json',
    'accepted sub/e.json',
  ]);
  expect(lines[0]).toMatch(/^refused {2}a\.json; \/document:json syntax:The text ends too early/);
  expect(lines[3]).toContain('huge.json; :accord file:has 16777217 bytes; the most is 16777216');
  expect(lines.at(-1)).toBe('2 accepted, 0 known, 5 refused, 0 failed');
});

test('imported again, nothing changes', async () => {
  put('a.json', document('CLI-10', 1));
  put('b.json', document('CLI-10', 2));
  expect((await run({})).lines.at(-1)).toBe('2 accepted, 0 known, 0 refused, 0 failed');
  expect((await run({})).lines.at(-1)).toBe('0 accepted, 2 known, 0 refused, 0 failed');
});

test('a dry run stores nothing', async () => {
  put('a.json', document('CLI-20'));
  const last = '1 accepted, 0 known, 0 refused, 0 failed (dry run: nothing was stored)';
  for (let n = 0; n < 2; n++) expect((await run({ dryRun: true })).lines.at(-1)).toBe(last);
});

test('what is said of the batch goes to every document of it', async () => {
  put('a.json', document('CLI-30'));
  const said = { categories: ['fraud/phishing'], sectors: ['energy'], audience: 'partners' as const };
  const { lines } = await run({ json: true, informationType: 'threat_report', ...said });
  const { advisory } = JSON.parse(lines[0] ?? '');
  const [version] = await world.owner.query('SELECT * FROM item_version WHERE item_id = $1', [advisory]);
  expect(version).toMatchObject({
    tlp: 'GREEN',
    information_type: 'threat_report',
    categories: ['fraud/phishing'],
    sectors: ['energy'],
    audience_any: true,
  });
});

test('as JSON each line is an object, the last one the sum', async () => {
  put('a.json', document('CLI-40'));
  put('b.json', '[]');
  const { lines } = await run({ json: true });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      path: join(folder, 'a.json').replace(`${folder}/`, ''),
      outcome: 'accepted',
      advisory: expect.any(String),
      version: 1,
      findings: [],
      notes: [],
    },
    {
      path: 'b.json',
      outcome: 'refused',
      findings: [expect.objectContaining({ rule: 'csaf schema' })],
      notes: [],
    },
    { summary: { accepted: 1, already_known: 0, refused: 1, failed: 0 }, dry_run: false },
  ]);
});

test('refused documents fail the command only when it is strict', async () => {
  put('a.json', '[]');
  expect((await run({})).code).toBe(0);
  expect((await run({ strict: true })).code).toBe(1);
});

test('what fails unexpectedly is told apart, fails the command, and stops nothing', async () => {
  put('a.json', document('CLI-50'));
  put('b.json', document('CLI-51'));
  const { run: inTransaction } = world.app.get(ViewerTransaction, { strict: false });
  let calls = 0;
  const transaction: ImportCsafContext['transaction'] = {
    run: (viewer, work) => {
      if (calls++ === 0) throw new Error('the database went away');
      return inTransaction.call(world.app.get(ViewerTransaction, { strict: false }), viewer, work) as never;
    },
  };
  const { code, lines } = await run({}, { transaction });
  expect(code).toBe(1);
  expect(lines[0]).toBe('failed   a.json; the database went away');
  expect(lines.at(-1)).toBe('1 accepted, 0 known, 0 refused, 1 failed');
});

test('a file may be named, also through a link, and one that is missing is refused', async () => {
  put('a.json', document('CLI-60'));
  symlinkSync(join(folder, 'a.json'), join(folder, 'current'));
  const { lines } = await run({ paths: [join(folder, 'current'), join(folder, 'missing.json')] });
  expect(words(lines)).toEqual(['accepted current', 'refused missing.json']);
});

test('a document cannot move the cursor of the terminal that reads its faults', async () => {
  put('a\u001b[2J\u202e.json', '{"\u001b[31m": 1}');
  const { lines } = await run({});
  expect(lines[0]).toContain('a\\u001b[2J\\u202e.json');
  expect(lines[0]).toMatch(/^[^\p{Cc}\p{Bidi_Control}]*$/u);
});

test('a number of findings fits on the line', async () => {
  put('a.json', '{"a":1,'.concat('"a":1,'.repeat(30), '"b":2}'));
  const { lines } = await run({});
  expect(lines[0]).toMatch(/and 15 more$/);
});

test('progress is shown on a terminal, and nowhere else', async () => {
  put('a.json', '[]');
  const shown: string[] = [];
  const write = (text: string | Uint8Array) => shown.push(String(text)) > 0;
  await run({}, { progress: { isTTY: false, write } });
  expect(shown).toEqual([]);
  await run({}, { progress: { isTTY: true, write } });
  expect(shown).toEqual(['\r1 …', '\r\u001b[K']);
});

test.each<[string, Partial<ImportCsafOptions>]>([
  ['--type', { informationType: 'rumour' }],
  ['--category', { categories: ['fraud'] }],
  ['--sector', { sectors: ['energy', 'any'] }],
  ['--audience', { audience: 'everybody' as never }],
])('a word that is not in the vocabulary is refused: %s', async (field, options) => {
  await expect(run(options)).rejects.toMatchObject({ status: 422, errors: [{ field }] });
});

test('nobody but an analyst imports', async () => {
  const viewer = { organizationId: world.organizations.pkcert, roles: [] };
  await expect(run({}, { viewer })).rejects.toMatchObject({ status: 403 });
});
