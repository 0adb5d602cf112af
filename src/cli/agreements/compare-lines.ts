import type { TermDifference } from '../../agreements';
import { shown } from '../shown';
import {
  type Compared,
  type ComparedFile,
  type ComparedText,
  type ComparedDescription,
  differs,
} from './compare';

/** Fields whose names say less than a person would. */
const CALLED = new Map([
  ['agreement', 'reference'],
  ['expires_at', 'expiry'],
]);

/** Where a term stands, as one reads it. */
function placeOf({ grant, field }: TermDifference): string {
  const said = (CALLED.get(field) ?? field).replace('obligations.', '').replaceAll('_', ' ');
  if (grant === null) return said.replace('parties.', 'party ');
  const way = `${grant.from} → ${grant.to} (${grant.clause})`;
  return field === 'grant' ? way : `${way}, ${said}`;
}

const fileLine = (
  name: string,
  { file, reference, terms_version, canonical_sha256, signed_by }: ComparedFile,
) =>
  `${name} ${file}: ${reference}, terms ${terms_version}, ${canonical_sha256}${signed_by ? `, signed by ${signed_by}` : ''}`;

/** What is found of the text in a language; one that a side does not hold is not compared. */
function textLine(text: ComparedText): string {
  const { language, a, b } = text;
  if (differs(text)) return `The text in ${language} differs: A ${a ?? ''}, B ${b ?? ''}`;
  if (a === b) return `The text in ${language} is the same: ${a ?? ''}`;
  return `The text in ${language} is not compared: ${a === null ? 'A' : 'B'} does not hold it.`;
}

const saysOf = (said: string | null): string => said ?? 'says nothing';
const descriptionLine = ({ field, a, b }: ComparedDescription): string =>
  `Of the paper, ${field.replaceAll('_', ' ')}: A ${saysOf(a)}, B ${saysOf(b)}`;

/** What a comparison found, for people: both files, then each term that differs with what each of them says. */
export function compareLines({ a, b, differences, texts, description }: Compared): string[] {
  const found =
    differences.length === 0
      ? [
          'Both encode the same.',
          ...(a.title === b.title ? [] : ['Their titles differ, which is no part of it.']),
        ]
      : [`They differ in ${differences.length} ${differences.length === 1 ? 'term' : 'terms'}:`];
  const terms = differences.flatMap((one) => [`${placeOf(one)}`, `  A: ${one.a_says}`, `  B: ${one.b_says}`]);
  return [
    fileLine('A', a),
    fileLine('B', b),
    ...found,
    ...terms,
    ...texts.map(textLine),
    ...description.map(descriptionLine),
  ].map(shown);
}
