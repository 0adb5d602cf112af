import { type FieldError, Refusal } from '../../platform/refusal';
import { STEPS, type WhatIfQuery } from './what-if.dto';

type Step = (typeof STEPS)[number];
type Parameter = 'agreement' | 'terms' | 'pause' | 'from' | 'to' | 'information_types' | 'at' | 'until';

const NEEDS: Record<Step, readonly Parameter[]> = {
  enter: ['agreement', 'terms'],
  suspend: ['agreement'],
  end: ['agreement'],
  stop: ['to'],
  resume: ['pause'],
};
const TAKES: Record<Step, readonly Parameter[]> = {
  enter: ['agreement', 'terms', 'at'],
  suspend: ['agreement', 'from', 'to', 'information_types', 'at', 'until'],
  end: ['agreement', 'at'],
  stop: ['to'],
  resume: ['pause'],
};
const PARAMETERS: readonly Parameter[] = [
  ...(['agreement', 'terms', 'pause', 'from', 'to'] as const),
  ...(['information_types', 'at', 'until'] as const),
];

/**
 * What is given has to fit the step: a parameter that were ignored would be taken for one that was weighed.
 * @throws Refusal 422 naming each parameter that the step lacks or does not take
 */
export function checkStep(query: WhatIfQuery): void {
  const given = PARAMETERS.filter((name) => query[name] !== undefined);
  const faults: FieldError[] = [
    ...NEEDS[query.step]
      .filter((name) => !given.includes(name))
      .map((field) => ({ field, rule: 'required', message: `is needed with step=${query.step}` })),
    ...given
      .filter((name) => !TAKES[query.step].includes(name))
      .map((field) => ({ field, rule: 'step', message: `is not for step=${query.step}` })),
  ];
  const half = query.step === 'suspend' && (query.from === undefined) !== (query.to === undefined);
  if (half) {
    const field = query.from === undefined ? 'from' : 'to';
    faults.push({ field, rule: 'required', message: 'a direction has both from and to' });
  }
  if (faults.length > 0) throw Refusal.invalid(...faults);
}
