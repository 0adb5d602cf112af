import { instantOf } from '../../frame/local-time';
import type { Screen } from '../../screen/screen';
import type { WhatIfQuery } from '../steps/steps';

/** What each step is asked with; the web API refuses what does not fit. */
export const TAKES = {
  enter: ['agreement', 'terms', 'at'],
  suspend: ['agreement', 'from', 'to', 'information_types', 'at'],
  end: ['agreement', 'at'],
  stop: ['to'],
  resume: ['pause'],
} as const satisfies Record<WhatIfQuery['step'], readonly (keyof WhatIfQuery)[]>;
export type WhatIfStep = keyof typeof TAKES;
export const WHAT_IF_STEPS = Object.keys(TAKES) as WhatIfStep[];

export const isWhatIfStep = (text: string | undefined): text is WhatIfStep =>
  text !== undefined && Object.hasOwn(TAKES, text);

/** What the address asks, as the web API takes it: only what the step takes. Undefined: nothing yet. */
export function askedIn({ query, zone }: Screen): WhatIfQuery | undefined {
  const { step } = query;
  if (!isWhatIfStep(step)) return undefined;
  const taken = TAKES[step].flatMap((name): [string, string][] => {
    const text = query[name];
    if (!text) return [];
    return [[name, name === 'at' ? (instantOf(zone, text) ?? text) : text]];
  });
  return { step, ...Object.fromEntries(taken) };
}

/** A path of the web API with what is asked. */
export function withQuery(path: string, query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );
  return `${path}?${new URLSearchParams(pairs).toString()}`;
}
