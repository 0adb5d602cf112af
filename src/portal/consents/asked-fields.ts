import type { components } from '../../../docs/openapi';
import type { Choice } from '../frame/choices';
import { instantOf } from '../frame/local-time';
import type { Screen } from '../screen/screen';
import { given } from '../web-api/refused';
import { type AskedScope, SCOPES } from './consent-request';

/** What a request for consent says, as its form has it. */
export interface AskedFields {
  readonly item: string;
  readonly for: string;
  readonly scope: AskedScope;
  readonly teams: readonly string[];
  readonly inWords?: string | undefined;
  readonly why?: string | undefined;
  /** As a clock in the reader's zone shows them. */
  readonly until?: string | undefined;
  readonly answerBy?: string | undefined;
}

/** What a form begins with. */
export function askedFrom(named: {
  item?: string | undefined;
  for?: string | undefined;
  scope?: string | undefined;
}): AskedFields {
  const scope = SCOPES.find((one) => one === named.scope) ?? 'partners';
  return { item: named.item ?? '', for: named.for ?? '', scope, teams: [] };
}

/** As the web API takes it; a time that is none goes as it is, and is refused with its field. */
export function bodyOf(
  { zone }: Screen,
  { item, for: waiting, scope, teams, inWords, why = '', until = '', answerBy = '' }: AskedFields,
): components['schemas']['AskConsentBody'] {
  return {
    ...{ item, scope, why },
    until: instantOf(zone, until) ?? until,
    answer_by: instantOf(zone, answerBy) ?? answerBy,
    ...(waiting ? { for: waiting } : {}),
    ...(teams.length > 0 ? { teams: [...teams] } : {}),
    ...(inWords ? { teams_in_words: inWords } : {}),
  };
}

/** Own advisories that hold something of another's, the newest first. */
export async function waitingChoices({ api }: Screen): Promise<Choice[]> {
  const query = { scope: 'own', limit: 200 } as const;
  const page = await given(api.GET('/api/v1/advisories', { params: { query } }));
  if (page.scope !== 'own') return [];
  return page.items
    .filter(({ third_party, withdrawn }) => third_party && !withdrawn)
    .map(({ id, reference, title }) => ({ value: id, name: `${reference} · ${title}` }));
}
