import type { components } from '../../../docs/openapi';

export type Request = components['schemas']['RequestView'];

/** Why a request may be refused, as the web API has it. */
export const WHY = ['ongoing_investigation', 'law', 'victim_refusal', 'resources', 'other'] as const;
export type Why = (typeof WHY)[number];
