import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Where a code reaches a refusal by a variable; its codes are those of a type. */
const BY_TYPE = [
  'src/platform/refusal.ts',
  'src/agreements/refuse.ts',
  'src/disclosure/items/release-item.ts',
  'src/disclosure/consents/consent-desk.ts',
  'src/disclosure/obligations/state-of-obligation.ts',
];
const MAKERS = ['new Refusal', 'Refusal.conflict', 'Refusal.forbidden'];

/** What the sources say about codes: those written out, those of types, and the places where neither is seen. */
export interface FoundCodes {
  codes: Set<string>;
  unseen: string[];
}

function makerOf(node: ts.Node): readonly ts.Expression[] | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') return node.arguments ?? [];
  if (ts.isCallExpression(node) && MAKERS.includes(node.expression.getText())) return node.arguments;
  return undefined;
}

/** The texts of a union that is named RefusalCode, or is the `code` of something that is named …Refusal. */
function textsOfType(node: ts.Node): string[] {
  const isAlias = ts.isTypeAliasDeclaration(node) && node.name.text === 'RefusalCode';
  const isCode =
    ts.isPropertySignature(node) &&
    node.name.getText() === 'code' &&
    ts.isInterfaceDeclaration(node.parent) &&
    node.parent.name.text.endsWith('Refusal');
  if (!(isAlias || isCode) || !node.type || !ts.isUnionTypeNode(node.type)) return [];
  return node.type.types.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? member.literal.text : [],
  );
}

/** Every code that a refusal can have, by the syntax of the sources. */
export function refusalCodes(root: string): FoundCodes {
  const found: FoundCodes = { codes: new Set(), unseen: [] };
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    const file = `src/${name}`;
    const visit = (node: ts.Node): void => {
      for (const code of textsOfType(node)) found.codes.add(code);
      const [first] = makerOf(node) ?? [];
      if (first && ts.isStringLiteral(first)) found.codes.add(first.text);
      else if (first && !BY_TYPE.includes(file)) found.unseen.push(`${file}: ${first.getText()}`);
      node.forEachChild(visit);
    };
    const text = readFileSync(join(root, file), 'utf8');
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}
