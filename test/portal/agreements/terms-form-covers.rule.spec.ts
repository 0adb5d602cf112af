import description from '../../../docs/openapi.json';
import type { Table, TermField } from '../../../src/portal/agreements/drafting/form/field';
import { PROPOSAL_FORM, TERMS_FORM } from '../../../src/portal/agreements/drafting/form/whole-terms';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  enum?: (string | boolean)[];
  items?: Schema;
  properties?: Record<string, Schema>;
  description?: string;
}
type Leaf = [path: string, words: string[]];
const schemas = description.components.schemas as unknown as Record<string, Schema>;

/** Every leaf of a schema, with the words that it may be. */
function leavesOf(schema: Schema, path: string): Leaf[] {
  if (schema.$ref) return leavesOf(schemas[schema.$ref.split('/').at(-1)!]!, path);
  const inner = schema.allOf ?? schema.oneOf;
  if (inner) return inner.flatMap((one) => leavesOf(one, path));
  if (schema.items) return leavesOf(schema.items, `${path}[]`);
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, one]) => leavesOf(one, `${path}.${name}`));
  return [[path, (schema.enum ?? []).map(String)]];
}

const below = (table: Table, path: string): Leaf[] =>
  Object.entries(table).flatMap(([name, field]) => typedIn(field, `${path}.${name}`));
/** Every leaf that a field of the form types, likewise. */
function typedIn(field: TermField, path: string): Leaf[] {
  switch (field.kind) {
    case 'text':
    case 'number':
    case 'instant':
      return [[path, []]];
    case 'tick':
      return [[path, ['true']]];
    case 'choice':
      return [[path, field.of === 'teams' || field.truth ? [] : [...field.of.values]]];
    case 'boxes':
      return [[`${path}[]`, [...field.of.values]]];
    case 'lines':
      return [[`${path}[]`, []]];
    case 'group':
      return below(field.fields, path);
    case 'rows':
      return below(field.row, `${path}[]`);
    case 'either':
      return [
        ...(field.words.values.length > 0 ? [[path, [...field.words.values]] as Leaf] : []),
        ...typedIn(field.content, path),
      ];
  }
}

/** Leaves by their paths, in order, each with its words in order. */
function gathered(leaves: readonly Leaf[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, words] of leaves)
    found.set(path, [...new Set([...(found.get(path) ?? []), ...words])].toSorted());
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

describe('the form of terms', () => {
  it.each([
    ['TermsDto', TERMS_FORM],
    ['ProposalBody', PROPOSAL_FORM],
  ] as const)('has a field for every term of the web API, and no other: %s', (name, { fields }) => {
    const [known, typed] = [gathered(leavesOf(schemas[name]!, '')), gathered(below(fields, ''))];
    expect([...typed.keys()]).toEqual([...known.keys()]);
    expect(known.size).toBeGreaterThan(100);
    // What the description lists the words of, the form offers: all of them, and no others.
    for (const [path, words] of known)
      if (words.length > 0) expect([path, typed.get(path)]).toEqual([path, words]);
  });

  it('tells of a term that it does not have', () => {
    const grant = schemas.GrantDto!;
    const more = { ...grant, properties: { ...grant.properties, moon_phase: { enum: ['full'] } } };
    const known = gathered(leavesOf(more, '.grants[]'));
    const typed = gathered(below(TERMS_FORM.fields, ''));
    expect([...known.keys()].filter((path) => !typed.has(path))).toEqual(['.grants[].moon_phase']);
  });
});
