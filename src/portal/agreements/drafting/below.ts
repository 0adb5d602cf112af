import type { Screen } from '../../screen/screen';
import { tried } from '../../web-api/refused';
import { type Agreement, foremostTerms } from '../agreement';
import { PARTY_ROWS } from './draft';
import { asTyped } from './read-terms';

type Loose = Readonly<Record<string, unknown>>;

/** What an instrument is to stand below, if the reader reads it; whether it may stand there the web API says. */
export async function parentOf(screen: Screen, reference: string | undefined): Promise<Agreement | null> {
  if (!reference) return null;
  const { data } = await tried(
    screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } }),
  );
  return data ?? null;
}

/** A form that begins with the parties of what the instrument stands below. */
export function beginningBelow(parent: Agreement): Record<string, readonly string[]> {
  const rows = parent.parties
    .slice(0, PARTY_ROWS)
    .flatMap(({ organization, roles }, row): [string, readonly string[]][] => [
      [`party-${row}`, [organization]],
      [`roles-${row}`, roles],
    ]);
  return {
    ...Object.fromEntries(rows),
    parent: [parent.reference],
    kind: ['implementing_annex'],
    reference: [`${parent.reference}-A1`],
  };
}

/** The terms that it begins with: those above, which are narrowed then. */
export function termsBelow(parent: Agreement): object | undefined {
  const terms = foremostTerms(parent);
  return terms && asTyped({ ...terms, expires_at: null, entry_condition: null });
}

/** Terms with what their grants leave out as the grants above have it, so that what is read is what will be kept. */
export function filledFromParent(value: unknown, parent: Agreement | null): unknown {
  const above = parent && foremostTerms(parent);
  const terms = value as Loose | undefined;
  if (!above || !Array.isArray(terms?.grants)) return value;
  return {
    corrections: above.corrections,
    ...terms,
    grants: (terms.grants as Loose[]).map((grant) => {
      const outer = above.grants.find(({ from, to }) => from === grant?.from && to === grant?.to);
      if (!outer) return grant;
      const { in_words: _words, obligations: _owed, ...gates } = outer;
      return { ...gates, ...grant };
    }),
  };
}
