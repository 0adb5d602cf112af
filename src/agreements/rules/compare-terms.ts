import { sayField, words } from './compared-in-words';
import { byText, type GrantContent, type OtherClause, type TermsContent } from './terms-content';

/** One term that two encodings of an agreement do not have alike. */
export interface TermDifference {
  /** The direction it is of; null for what is said of the whole agreement. */
  grant: { from: string; to: string; clause: string } | null;
  /** The field as the terms have it; `grant` for a direction and `parties.<handle>` for a party that one side lacks. */
  field: string;
  /** What each of them has; null where it has nothing. */
  a: unknown;
  b: unknown;
  a_says: string;
  b_says: string;
}

type Loose = Readonly<Record<string, unknown>>;

/** Alike as JSON: members in any order, lists in theirs. */
export function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Loose, b as Loose];
  const names = namesOf(one, other);
  return names.every((name) => hasBoth(name, one, other) && alike(one[name], other[name]));
}

const hasBoth = (name: string, a: object, b: object): boolean =>
  Object.hasOwn(a, name) && Object.hasOwn(b, name);

const namesOf = (...of: readonly object[]): string[] => [...new Set(of.flatMap(Object.keys))].sort(byText);

const under = (name: string, of: unknown): Loose =>
  Object.fromEntries(Object.entries((of ?? {}) as Loose).map(([one, value]) => [`${name}.${one}`, value]));

/** Members with those of `obligations` and `clauses` beside the others, so that each is a field of its own. */
const fieldsOf = ({ obligations, clauses, ...others }: Loose): Loose => ({
  ...others,
  ...under('obligations', obligations),
  ...under('clauses', clauses),
});

/** What is said of the whole, each clause as a field of its own. */
function wholeOf({ clauses, other_clauses, ...others }: Loose): Loose {
  const rows = (other_clauses ?? []) as readonly OtherClause[];
  const named = rows.map((row) => [
    `other_clauses.${row.number}${row.language ? ` (${row.language})` : ''}`,
    row,
  ]);
  return { ...others, ...under('clauses', clauses), ...(Object.fromEntries(named) as Loose) };
}

function compareFields(
  a: Loose,
  b: Loose,
  grant: TermDifference['grant'],
  left: readonly string[],
): TermDifference[] {
  const own = (one: Loose, field: string) => (Object.hasOwn(one, field) ? one[field] : undefined);
  return namesOf(a, b)
    .map((field) => ({ field, values: [own(a, field), own(b, field)] as const }))
    .filter(({ field, values }) => !left.includes(field) && !alike(...values))
    .map(({ field, values: [one, other] }) => ({
      grant,
      field,
      a: one ?? null,
      b: other ?? null,
      a_says: sayField(field, one, grant ?? undefined),
      b_says: sayField(field, other, grant ?? undefined),
    }));
}

const SENTENCE = ['information_types', 'categories', 'sectors', 'need', 'reach_back'] as const;
const grantSays = (grant: GrantContent | undefined): string =>
  grant
    ? SENTENCE.map((field) => sayField(field, grant[field], grant)).join('; ')
    : 'grants nothing this way';

function compareGrants(a: readonly GrantContent[], b: readonly GrantContent[]): TermDifference[] {
  const way = ({ from, to }: GrantContent) => `${from} ${to}`;
  const ways = [...new Set([...a, ...b].map(way))].sort(byText);
  return ways.flatMap((direction) => {
    const [one, other] = [a, b].map((grants) => grants.find((grant) => way(grant) === direction));
    const { from, to, clause } = (one ?? other)!;
    const grant = { from, to, clause };
    if (one && other)
      return compareFields(fieldsOf(one as unknown as Loose), fieldsOf(other as unknown as Loose), grant, []);
    const says = { a_says: grantSays(one), b_says: grantSays(other) };
    return [{ grant, field: 'grant', a: one ?? null, b: other ?? null, ...says }];
  });
}

const rolesSay = (roles: readonly string[] | undefined): string =>
  roles ? roles.map(words).join(', ') : 'no party';

function compareParties(a: TermsContent['parties'], b: TermsContent['parties']): TermDifference[] {
  const handles = [...new Set([...a, ...b].map(({ organization }) => organization))].sort(byText);
  return handles.flatMap((handle) => {
    const [one, other] = [a, b].map((all) => all.find(({ organization }) => organization === handle)?.roles);
    if (alike(one, other)) return [];
    const says = { a_says: rolesSay(one), b_says: rolesSay(other) };
    return [{ grant: null, field: `parties.${handle}`, a: one ?? null, b: other ?? null, ...says }];
  });
}

/**
 * Each term that two canonical encodings do not have alike, the whole agreement's first, then grant by grant. It is
 * empty if and only if their canonical bytes, and so their hashes, are the same.
 */
export const compareTerms = (a: TermsContent, b: TermsContent): TermDifference[] => [
  ...compareFields(wholeOf(a as unknown as Loose), wholeOf(b as unknown as Loose), null, [
    'parties',
    'grants',
  ]),
  ...compareParties(a.parties, b.parties),
  ...compareGrants(a.grants, b.grants),
];
