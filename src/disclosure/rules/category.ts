import type { GrantFacts, Question } from './question';
import { type Verdict, when } from './verdict';

/** Of whom a code is: what stands before `#`, as `cn:GB/T 20986-2023`; RSIT codes have nothing before them. */
export const schemeOf = (code: string): string =>
  code.includes('#') ? code.slice(0, code.indexOf('#')) : '';

/**
 * Whether a list lets categories go. Of each scheme that it speaks of there is at least one, and every one of them is in
 * it; schemes that it does not speak of are not weighed. Nothing is translated from one scheme into another.
 */
function areGranted(categories: readonly string[], list: readonly string[]): boolean {
  const spokenOf = new Set(list.map(schemeOf));
  const weighed = categories.filter((code) => spokenOf.has(schemeOf(code)));
  const known = new Set(weighed.map(schemeOf));
  return spokenOf.size > 0 && known.size === spokenOf.size && weighed.every((code) => list.includes(code));
}

/** D-06 category (grant): every category of the item is in the grant's list, scheme by scheme; none is unknown and forbids. */
export function category({ item: { categories } }: Question, grant: GrantFacts): Verdict {
  return when(
    categories.length > 0 && (grant.categories === 'any' || areGranted(categories, grant.categories)),
    'D-06',
    'every category is granted',
    'a category is missing or not granted',
    { categories, granted: grant.categories, clause: grant.clause },
  );
}
