import type { components } from '../../../../docs/openapi';
import { isMessage, type MessageKey, type Values } from '../../messages/catalogue';
import type { Language } from '../../messages/locales';

type Schemas = components['schemas'];
export type Grant = Omit<Schemas['GrantView'], 'in_words'>;
export type Terms = Pick<
  Schemas['TermsView'],
  | 'expires_at'
  | 'corrections'
  | 'entry_condition'
  | 'notice_days'
  | 'contact_verification_days'
  | 'meetings_days'
  | 'clauses'
  | 'other_clauses'
> & {
  readonly grants: Grant[];
};

/** What sentences are told with. */
export interface Telling {
  readonly language: Language;
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The name of an organization, by its handle. */
  readonly nameOf: (handle: string) => string;
  /** An instant as the reader has it. */
  readonly instantOf: (instant: string) => string;
}

/** One typed term of a grant as a plain sentence. */
export type GrantSentence = (telling: Telling, grant: Grant) => string;

/** What the sentences of a grant name both sides by. */
export const sides = ({ nameOf }: Telling, { from, to }: Grant) => ({ from: nameOf(from), to: nameOf(to) });

/** What is called the same wherever people choose it. */
const SHARED: readonly string[] = ['sector', 'severity'];

/** A code of the web API in the reader's words; one that has none stays as it is. */
export function wordOf({ t }: Pick<Telling, 't'>, kind: string, code: string): string {
  const key = SHARED.includes(kind) ? `terms.${kind}_${code}` : `clauses.${kind}_${code}`;
  return isMessage(key) ? t(key) : code;
}
