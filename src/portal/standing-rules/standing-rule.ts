import type { components } from '../../../docs/openapi';
import { instantOf } from '../frame/local-time';
import type { Screen } from '../screen/screen';
import { given } from '../web-api/refused';

type Schemas = components['schemas'];
export type StandingRule = Schemas['StandingRuleView'];
export type StandingRelease = Schemas['StandingReleaseView'];
export type Kind = StandingRelease['type'];

/** What a rule may let go at most. */
export const STANDING_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT'] as const;

export const pathOfRule = (id: string, below = ''): string =>
  `/portal/standing-rules/${encodeURIComponent(id)}${below && `/${below}`}`;

/** Where an own item is released under a rule. */
export const pathOfReleasingUnderRule = (kind: Kind, id: string): string =>
  `/portal/standing-rules/of/${kind}/${encodeURIComponent(id)}`;

/** The rules of the organization that let something go now. */
export async function rulesInForce({ api }: Screen): Promise<StandingRule[]> {
  const found = await given(api.GET('/api/v1/standing-rules', { params: { query: { limit: 200 } } }));
  return found.items.filter(({ state }) => state === 'in_force');
}

/** What a rule says, as its form has it. */
export interface RuleFields {
  readonly name: string;
  readonly reason: string;
  readonly types: readonly string[];
  readonly upTo: string;
  readonly partners: readonly string[];
  readonly perDay: string;
  /** As a clock in the reader's zone shows it. */
  readonly until: string;
}

export const NO_RULE: RuleFields = {
  ...{ name: '', reason: '', types: ['indicator'], upTo: 'GREEN', partners: [] },
  ...{ perDay: '100', until: '' },
};

/** As the web API takes it; a number or time that is none goes as it is, and is refused with its field. */
export function bodyOf({ zone }: Screen, fields: RuleFields): Schemas['ProposeStandingRuleBody'] {
  const { name, reason, types, upTo, partners, perDay, until } = fields;
  return {
    ...{ name, reason },
    information_types: [...types] as Schemas['ProposeStandingRuleBody']['information_types'],
    tlp_up_to: upTo as Schemas['ProposeStandingRuleBody']['tlp_up_to'],
    partners: [...partners],
    per_day: Number(perDay),
    expires_at: instantOf(zone, until) ?? until,
  };
}
