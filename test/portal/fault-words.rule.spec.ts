import { getMetadataStorage } from 'class-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import '../../src/app.module';
import { LANGUAGES, type Language } from '../../src/portal/messages/locales';
import { isMessage, say } from '../../src/portal/messages/catalogue';
import { rules } from '../../src/portal/messages/en/rules';
import { refusalCodes } from '../house/refusal-codes';

const project = resolve(__dirname, '../..');
const languages = Object.keys(LANGUAGES) as Language[];

/** Faults of documents name clauses of their specifications, the operator’s tools speak for themselves, and templates are terms. */
const ELSEWHERE = /^(agreements\/templates|cli|portal|disclosure\/rules|advisories\/csaf)\//;
const OF_DOCUMENTS = /^(csaf|accord) /;
/** What the portal itself finds before it asks the web API. */
const OF_PAGES = ['password/repeated', 'choose_one'];
const OF_SETTINGS = /Environment|Settings/;
/** The operator’s commands alone can be told so. */
const OF_COMMANDS = ['parent'];

/** The rules by which a node of the sources names what is wrong with a field. */
function rulesAt(node: ts.Node): string[] {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'rule' && ts.isStringLiteral(node.initializer))
    return [node.initializer.text];
  if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') {
    const [first] = node.arguments;
    return first && ts.isStringLiteral(first) ? [first.text] : [];
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'fault') {
    // The last of them is the message.
    const rule = node.arguments.at(-2);
    return rule && ts.isStringLiteral(rule) ? [rule.text] : [];
  }
  if (!ts.isTypeAliasDeclaration(node) || !node.name.text.endsWith('Fault') || !ts.isUnionTypeNode(node.type))
    return [];
  return node.type.types.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  );
}

/** Every rule that a field can break: those of the sources, and those of the checks on bodies and queries. */
function fieldRules(): Set<string> {
  const found = new Set<string>(['whitelistValidation']);
  for (const name of readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.ts$/.test(name) || ELSEWHERE.test(name)) continue;
    const visit = (node: ts.Node): void => {
      for (const rule of rulesAt(node)) if (!OF_DOCUMENTS.test(rule)) found.add(rule);
      node.forEachChild(visit);
    };
    const text = readFileSync(join(project, 'src', name), 'utf8');
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  }
  const checks = getMetadataStorage() as unknown as {
    validationMetadatas: Map<{ name: string }, { name?: string; type: string }[]>;
  };
  // Settings are checked like bodies, and told to whoever starts the installation; whether they are loaded here is chance.
  const ofRequests = [...checks.validationMetadatas].filter(([{ name }]) => !OF_SETTINGS.test(name));
  for (const { name, type } of ofRequests.flatMap(([, found_]) => found_))
    if (name && type !== 'conditionalValidation') found.add(name);
  for (const short of ['missing', 'wrong', 'password']) found.delete(short);
  return found;
}

const codes = [...refusalCodes(project).codes];
const found = fieldRules();

describe.each(languages)('faults in words: %s', (language) => {
  it('has a sentence for every code that the web API refuses with', () => {
    expect(codes.filter((code) => !isMessage(`faults.${code}`))).toEqual([]);
    for (const code of codes) {
      const key = `faults.${code}`;
      if (isMessage(key))
        expect([code, say(language, key)]).toEqual([code, expect.stringMatching(/[.。۔]$/)]);
    }
  });

  it('has a sentence for every rule that a field can break', () => {
    const missing = [...found].filter((rule) => !isMessage(`rules.${rule}`));
    expect(missing.filter((rule) => !isMessage(`faults.${rule}`))).toEqual([]);
    for (const rule of Object.keys(rules) as (keyof typeof rules)[])
      expect([rule, say(language, `rules.${rule}`)]).toEqual([rule, expect.stringMatching(/[.。۔]$/)]);
  });
});

it('has words for no rule that nothing names', () => {
  const known = [...OF_PAGES, ...OF_COMMANDS];
  expect(Object.keys(rules).filter((rule) => !found.has(rule) && !known.includes(rule))).toEqual([]);
});
