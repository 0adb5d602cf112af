import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentOf, type PaperDescription, type TextHash } from '../../src/agreements/canonical/document';
import { compareFiles } from '../../src/cli/agreements/compare';
import { compareLines } from '../../src/cli/agreements/compare-lines';
import { arbitraryTerms } from '../agreements/arbitrary-terms';

const folder = mkdtempSync(join(tmpdir(), 'accord-papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [content] = fc.sample(arbitraryTerms, 1);
const NONE = { binding: null, prevailing_language: null, registry_number: null, classification: null };
/** An export of the same terms, with what is around them. */
function exported(name: string, texts: readonly TextHash[], description?: Partial<PaperDescription>): string {
  const said = description && { description: { ...NONE, languages: [], ...description } };
  const document = documentOf(content!, { title: 'Invented', number: 1, texts, ...said });
  writeFileSync(join(folder, name), JSON.stringify(document));
  return join(folder, name);
}
const text = (language: string, letter: string) => ({ language, sha256: letter.repeat(64) });

describe('accord agreement compare', () => {
  it('compares the hashes of texts that both hold, and says of others that they are not compared', () => {
    const ours = exported('a.json', [text('en', 'a'), text('ur', 'b')]);
    const same = compareFiles(ours, exported('b.json', [text('en', 'a')]));
    expect([same.same, compareLines(same).slice(2)]).toEqual([
      true,
      [
        'Both encode the same.',
        `The text in en is the same: ${'a'.repeat(64)}`,
        'The text in ur is not compared: B does not hold it.',
      ],
    ]);
    const other = compareFiles(ours, exported('c.json', [text('en', 'c')]));
    expect([other.same, other.differences, compareLines(other)[3]]).toEqual([
      false,
      [],
      expect.stringMatching(/^The text in en differs/),
    ]);
  });

  it('says in what the descriptions of the paper differ, which is no part of the terms', () => {
    const ours = exported('a.json', [], { languages: ['ur', 'en'], prevailing_language: 'en' });
    const found = compareFiles(ours, exported('b.json', [], { languages: ['en', 'ur'], binding: 'binding' }));
    expect([found.same, compareLines(found).slice(3)]).toEqual([
      true,
      [
        'Of the paper, binding: A says nothing, B binding',
        'Of the paper, prevailing language: A en, B says nothing',
      ],
    ]);
  });

  it('reads what was exported before there were either, and nothing that only looks like them', () => {
    const ours = exported('a.json', []);
    const { texts: _, ...former } = documentOf(content!, { title: 'Invented', number: 1, texts: [] });
    writeFileSync(join(folder, 'old.json'), JSON.stringify(former));
    expect(compareFiles(ours, join(folder, 'old.json')).same).toBe(true);
    for (const bad of [
      { texts: [{ language: 'en', sha256: 'A' }] },
      { texts: {} },
      { description: { languages: 'en' } },
    ]) {
      writeFileSync(join(folder, 'bad.json'), JSON.stringify({ ...former, ...bad }));
      expect(() => compareFiles(ours, join(folder, 'bad.json'))).toThrow(/cannot be read/);
    }
  });
});
