import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_BY_BASIS } from '../../src/disclosure/rules/judge-basis';
import { RULE_NAMES, TRANSFORMATION_NAMES } from '../../src/disclosure/rules/rule-names';

const root = join(__dirname, '../..');
const rules = join(root, 'src/disclosure/rules');

describe('the names of the rules', () => {
  const named = Object.entries(RULE_NAMES).map(([rule, name]) => `${rule} ${name}`);

  it('name every rule that some verdict is of', () => {
    const sources = readdirSync(rules)
      .filter((file) => !['rule-names.ts', 'compared-in-full.ts'].includes(file))
      .map((file) => readFileSync(join(rules, file), 'utf8'));
    const judged = new Set(sources.flatMap((source) => source.match(/(?<=')D-\d\d(?=')/g) ?? []));
    expect([...judged].sort()).toEqual(Object.keys(RULE_NAMES));
  });

  it('are those under which the documentation explains them, in its text', () => {
    const page = readFileSync(join(root, 'docs/disclosure-rules.md'), 'utf8');
    expect([...page.matchAll(/^\*\*(D-\d\d .*?)\.\*\*/gm)].map(([, name]) => name)).toEqual(named);
  });

  it('of the transformations are those of the documentation, in its table and in the sources', () => {
    const all = Object.entries(TRANSFORMATION_NAMES).map(([rule, name]) => `${rule} ${name}`);
    const page = readFileSync(join(root, 'docs/disclosure-rules.md'), 'utf8');
    expect([...page.matchAll(/^\| (T-\d\d .*?) +\|/gm)].map(([, name]) => name)).toEqual(all);
    const sources = readdirSync(rules)
      .filter((file) => file !== 'rule-names.ts')
      .map((file) => readFileSync(join(rules, file), 'utf8'));
    const said = new Set(sources.flatMap((source) => source.match(/(?<=')T-\d\d(?=')/g) ?? []));
    expect([...said].sort()).toEqual(Object.keys(TRANSFORMATION_NAMES));
  });

  it('are in the table of the documentation, with the bases on which the code asks them and their kind', () => {
    const { live, request, ...bases } = RULES_BY_BASIS;
    const kindOf = (rule: string) => {
      if (request.includes(rule)) return 'request';
      return live.includes(rule) ? 'live' : 'static';
    };
    const rows = Object.entries(RULE_NAMES).map(([rule, name]) => [
      `${rule} ${name}`,
      ...Object.values(bases).map((rules) => (rules.includes(rule) ? '●' : '')),
      kindOf(rule),
    ]);
    const page = readFileSync(join(root, 'docs/disclosure-rules.md'), 'utf8');
    const written = page.match(/^\| D-\d\d .*$/gm)!.map((row) => row.split('|').slice(1, -1));
    expect(written.map((cells) => cells.map((cell) => cell.trim()))).toEqual(rows);
    const head = ['Rule', ...Object.keys(bases).map((basis) => `Basis: ${basis}`), 'Kind'];
    expect(page).toMatch(new RegExp(`^\\| ${head.join(' +\\| ')} +\\|$`, 'm'));
  });
});
