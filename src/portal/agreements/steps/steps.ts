import type { components, paths } from '../../../../docs/openapi';

type Schemas = components['schemas'];

/** The steps of an agreement that have a form here, with the fields that each takes. */
export const STEP_FIELDS = {
  submit: ['reason', 'evidence_sha256'],
  approve: ['party', 'on_behalf_of', 'effective_at', 'reason', 'evidence_sha256'],
  sign: ['party', 'signed_by', 'on_behalf_of', 'effective_at', 'reason', 'evidence_sha256'],
  reject: ['party', 'on_behalf_of', 'effective_at', 'reason', 'evidence_sha256'],
  notify: ['party', 'on_behalf_of', 'effective_at', 'reason', 'evidence_sha256'],
  withdraw: ['reason', 'evidence_sha256'],
  enter_into_force: ['effective_at', 'reason', 'evidence_sha256'],
  confirm_correction: ['reason', 'evidence_sha256'],
  suspend: [
    'direction',
    'information_types',
    'starts_at',
    'ends_at',
    'review_at',
    'reason',
    'evidence_sha256',
  ],
  give_notice: ['given_at', 'effective_at', 'reason', 'evidence_sha256'],
  end: ['effective_at', 'reason', 'evidence_sha256'],
  confirm: [],
} as const;
export type FormStep = keyof typeof STEP_FIELDS;
export type StepField = (typeof STEP_FIELDS)[FormStep][number];
export type Step = FormStep | keyof typeof PAGES;

/** Steps that have a page of their own. */
const PAGES = { propose_terms: 'propose', correct_terms: 'correct' } as const;

export const isFormStep = (step: string): step is FormStep => Object.hasOwn(STEP_FIELDS, step);
export const isStep = (step: string): step is Step => Object.hasOwn(PAGES, step) || isFormStep(step);

/** Steps that change at once who sees what: they are tried first, and the reader sees whom they affect. */
export const EFFECTIVE = ['enter_into_force', 'confirm_correction', 'suspend', 'give_notice', 'end'] as const;
export type EffectiveStep = (typeof EFFECTIVE)[number];
export const isEffective = (step: FormStep): step is EffectiveStep =>
  (EFFECTIVE as readonly string[]).includes(step);

/** What has to be filled in. */
export const NEEDED: Readonly<Record<FormStep, readonly StepField[]>> = {
  submit: [],
  approve: [],
  sign: [],
  reject: ['reason'],
  notify: [],
  withdraw: [],
  enter_into_force: [],
  confirm_correction: [],
  suspend: ['reason'],
  give_notice: [],
  end: ['reason'],
  confirm: [],
};

/** Steps that are about one version of terms. */
export const isOfTerms = (step: string): boolean =>
  [
    'submit',
    'approve',
    'sign',
    'notify',
    'reject',
    'withdraw',
    'enter_into_force',
    'confirm_correction',
    'confirm',
  ].includes(step);

/** Where a step of the agreement at an address is taken. */
export function stepAddress(agreement: string, step: Step, terms: number | null): string {
  const path = isFormStep(step) ? `${agreement}/steps/${step}` : `${agreement}/${PAGES[step]}`;
  return terms === null ? path : `${path}?terms=${terms}`;
}

export type WhatIfQuery = paths['/api/v1/decisions/what-if']['get']['parameters']['query'];
export type WhatIf = Schemas['WhatIfView'];
