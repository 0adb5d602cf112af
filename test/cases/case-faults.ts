import { Ajv, type ErrorObject } from 'ajv';
import { CASE_FILE } from './case-schema';

const check = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile(CASE_FILE);

/** Keywords that only say that one of several forms was not met; what they wrap says why. */
const WRAPPERS = ['anyOf', 'if', 'propertyNames'];
/** What explains most, first. */
const TELLING = ['additionalProperties', 'required', 'pattern', 'enum', 'minItems', 'false schema'];
const rank = ({ keyword }: ErrorObject) =>
  (TELLING.indexOf(keyword) + TELLING.length + 1) % (TELLING.length + 1);
const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;

function inWords({ keyword, params, message, parentSchema, propertyName }: ErrorObject): string {
  const { additionalProperty, missingProperty, allowedValues } = params as Record<string, unknown>;
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema as { properties: object }).properties).join(', ');
    return `unknown key “${String(additionalProperty)}”; known are ${known}`;
  }
  if (keyword === 'required') return `“${String(missingProperty)}” is missing`;
  const what = propertyName === undefined ? 'this' : `“${propertyName}”`;
  if (keyword === 'enum') return `${what} must be one of ${(allowedValues as string[]).join(', ')}`;
  if (keyword === 'pattern' && message?.includes('\\d{4}'))
    return 'must be an instant with seconds, in UTC, as 2026-06-01T12:00:00Z';
  if (keyword === 'false schema') return 'has no place where the answer is withheld';
  return message ?? keyword;
}

/** `/cases/3/item` as “the name of the case”: item. */
function place(document: unknown, path: string): string {
  const [, list, index, ...rest] = path.split('/');
  if (list !== 'cases' || index === undefined) return path.slice(1).replaceAll('/', ' ');
  const { name } = (document as { cases: { name?: string }[] }).cases[Number(index)] ?? {};
  return [`“${name ?? `case ${index}`}”`, ...rest].join(' ');
}

/** What is wrong with the form of a file of cases: for each place, what explains most. */
export function faultsOf(document: unknown): string[] {
  if (check(document)) return [];
  const told = new Map<string, ErrorObject>();
  for (const error of check.errors!.filter(({ keyword }) => !WRAPPERS.includes(keyword))) {
    const before = told.get(error.instancePath);
    if (!before || rank(error) < rank(before)) told.set(error.instancePath, error);
  }
  const errors = [...told.values()];
  // A place is spoken of by its parts where they are at fault.
  const deepest = errors.filter(
    (one) =>
      !errors.some(
        (other) => depth(other) > depth(one) && other.instancePath.startsWith(`${one.instancePath}/`),
      ),
  );
  return deepest.map((error) => `${place(document, error.instancePath)}: ${inWords(error)}`);
}
