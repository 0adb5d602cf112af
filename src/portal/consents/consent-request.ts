import type { components } from '../../../docs/openapi';
import { given } from '../web-api/refused';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

type Schemas = components['schemas'];
export type ConsentRequest = Schemas['ConsentRequestView'];
export type AskedScope = ConsentRequest['scope'];

/** To whom something may be asked to go on, as the web API has it. */
export const SCOPES = ['teams', 'partners', 'constituents', 'public'] as const;
/** What a consent may be narrowed to, as the web API has it. */
export const WITHIN: Readonly<Record<AskedScope, readonly AskedScope[]>> = {
  public: ['public', 'partners', 'teams'],
  partners: ['partners', 'teams'],
  teams: ['teams'],
  constituents: ['constituents'],
};

export const pathOfRequest = (id: string, below = ''): string =>
  `/portal/consents/${encodeURIComponent(id)}${below && `/${below}`}`;

/** What the page of one request shows. */
export interface ConsentRequestProps {
  readonly screen: Screen;
  readonly request: ConsentRequest;
  /** Which form was refused, and why. */
  readonly refused?: { readonly form: string; readonly fault: ApiRefused } | undefined;
}

/** What is asked about an item, the newest first; for its page, so the first few. */
export async function consentRequestsAbout({ api }: Screen, item: string): Promise<ConsentRequest[]> {
  const query = { item, limit: 20 };
  return (await given(api.GET('/api/v1/consent-requests', { params: { query } }))).items;
}

/** To whom, in words. */
export function toWhom(
  { t }: Screen,
  { scope, teams }: { scope: AskedScope; teams: readonly string[] },
  words?: string | null,
): string {
  if (scope !== 'teams') return t(`consents.scope_${scope}`);
  return teams.length > 0 ? teams.join(' · ') : (words ?? t('consents.scope_teams'));
}
