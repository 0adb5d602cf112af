import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_NAMES } from '../../src/disclosure/rules/rule-names';

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

  it('are those under which the documentation explains them, in its table and in its text', () => {
    const page = readFileSync(join(root, 'docs/disclosure-rules.md'), 'utf8');
    expect([...page.matchAll(/^\| (D-\d\d .*?) +\|/gm)].map(([, name]) => name)).toEqual(named);
    expect([...page.matchAll(/^\*\*(D-\d\d .*?)\.\*\*/gm)].map(([, name]) => name)).toEqual(named);
  });
});
