import type { components } from '../../../../docs/openapi';
import { instantOf } from '../../frame/local-time';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import { type EffectiveStep, type FormStep, STEP_FIELDS, type StepField } from './steps';

type Schemas = components['schemas'];
type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;

const INSTANTS: readonly StepField[] = ['given_at', 'effective_at', 'starts_at', 'ends_at', 'review_at'];

/** One value of a form as the web API takes it; a time that is none is sent as it is, and refused there. */
function valueOf(field: StepField, text: string, zone: string): unknown {
  if (INSTANTS.includes(field)) return instantOf(zone, text) ?? text;
  if (field !== 'direction') return text;
  const [from = '', to = ''] = text.split(' ');
  return { from, to };
}

/** The body of a step from its form: what is empty is left out. */
export function bodyOf(step: FormStep, form: Form, zone: string): Record<string, unknown> {
  return Object.fromEntries(
    STEP_FIELDS[step].flatMap((field: StepField): [StepField, unknown][] => {
      if (field === 'information_types') {
        const types = form.list(field);
        return types.length === 0 ? [] : [[field, types]];
      }
      const text = form.text(field);
      return text === undefined ? [] : [[field, valueOf(field, text, zone)]];
    }),
  );
}

export interface Taken {
  readonly reference: string;
  readonly terms: number;
  readonly fact: string;
  readonly body: Record<string, unknown>;
}

/** Takes a step, or tries what it would bring about. */
export function takeEffective(screen: Screen, step: EffectiveStep, taken: Taken, dryRun: boolean): Answer {
  const { api } = screen;
  const { reference, terms: number } = taken;
  const query = dryRun ? { dry_run: 'true' as const } : {};
  const params = { path: { reference }, query };
  switch (step) {
    case 'enter_into_force':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/entry-into-force', {
        params: { path: { reference, number: String(number) }, query },
        body: taken.body,
      });
    case 'confirm_correction':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/correction-confirmations', {
        params: { path: { reference, number: String(number) }, query },
        body: taken.body,
      });
    case 'suspend':
      return api.POST('/api/v1/agreements/{reference}/suspensions', {
        params,
        body: taken.body as unknown as Schemas['SuspensionBody'],
      });
    case 'give_notice':
      return api.POST('/api/v1/agreements/{reference}/notice', {
        params,
        body: taken.body,
      });
    case 'end':
      return api.POST('/api/v1/agreements/{reference}/end', {
        params,
        body: taken.body as unknown as Schemas['EndBody'],
      });
  }
}

/** Takes a step that changes nothing yet in who sees what. */
export function takeConsent(screen: Screen, step: Exclude<FormStep, EffectiveStep>, taken: Taken): Answer {
  const { api } = screen;
  const { reference, terms, fact, body } = taken;
  const params = { path: { reference, number: String(terms) } };
  switch (step) {
    case 'submit':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/submission', { params, body });
    case 'approve':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/approvals', { params, body });
    case 'sign':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/signatures', { params, body });
    case 'notify':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/notifications', { params, body });
    case 'reject':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/rejections', {
        params,
        body: body as unknown as Schemas['RejectionBody'],
      });
    case 'withdraw':
      return api.POST('/api/v1/agreements/{reference}/terms/{number}/withdrawal', { params, body });
    case 'confirm':
      return api.POST('/api/v1/agreements/{reference}/facts/{id}/confirmation', {
        params: { path: { reference, id: fact } },
      });
  }
}
