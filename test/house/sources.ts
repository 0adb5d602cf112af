import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Fault, sorted } from './fault';

const vagueFolders = ['common', 'shared', 'utils', 'helpers', 'controllers', 'dtos'];
const longest = 250;

/** What a pure function may not contain, and what alone may read the environment, by syntax. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.getText();
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}`;
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isThrowStatement(node)) return 'throw';
  return undefined;
}

const impure = new Set(['Date.now', 'new Date', 'Math.random', 'async', 'throw']);

/** The names a source uses, as far as a rule asks for them. */
function namesIn(path: string, text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name) names.add(name);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return names;
}

/** Whether a source registers tests or hooks when it is loaded: modules are loaded once for many files of tests. */
function registersTests(path: string, text: string): boolean {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements.some((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
    return /^(it|test|describe|(before|after)(All|Each))\b/.test(statement.expression.getText());
  });
}

function faultsOfFile(root: string, file: string): Fault[] {
  const text = readFileSync(join(root, file), 'utf8');
  const rules: string[] = [];
  if (text.trimEnd().split('\n').length > longest) rules.push('short-files');
  if (file.startsWith('test/') && !file.endsWith('.spec.ts') && registersTests(file, text))
    rules.push('tests-in-specs');
  if (!file.startsWith('src/')) return rules.map((rule) => ({ file, rule }));
  const names = namesIn(file, text);
  if (/\/(rules|csaf\/mapping)\//.test(file))
    for (const name of names) if (impure.has(name)) rules.push(`pure: ${name}`);
  const mayReadEnvironment = file === 'src/platform/settings.ts' || file.startsWith('src/cli/');
  if (!mayReadEnvironment && names.has('process.env')) rules.push('settings-alone');
  if (file.split('/').some((part) => vagueFolders.includes(part))) rules.push('no-vague-folder');
  return rules.map((rule) => ({ file, rule }));
}

/** The files below `<root>/src` and `<root>/test` that break a rule which shows in the file itself. */
export function sourceFaults(root: string): Fault[] {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return sorted(files.flatMap((file) => faultsOfFile(root, file)));
}
