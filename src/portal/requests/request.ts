import type { components } from '../../../docs/openapi';
import type { Effect } from '../advisories/leaving/effect';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

export type Request = components['schemas']['RequestView'];

/** Why a request may be refused, as the web API has it. */
export const WHY = ['ongoing_investigation', 'law', 'victim_refusal', 'resources', 'other'] as const;
export type Why = (typeof WHY)[number];

/** What the page of one request shows. */
export interface RequestProps {
  readonly screen: Screen;
  readonly request: Request;
  /** What an answer with an item would do, before it is given. */
  readonly looked?: { readonly item: string; readonly effect: Effect } | undefined;
  readonly refused?: ApiRefused | undefined;
}
