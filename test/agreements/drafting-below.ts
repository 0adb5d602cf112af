import type { World } from '../cast';
import { memorandum } from './agreement-world';

export interface Fault {
  field: string;
  rule: string;
  message: string;
}
export interface Problem {
  type: string;
  errors?: Fault[];
}

/** What the ministry is answered that drafts an agreement: the status, and the code and fields of a refusal. */
export async function draftingIn(world: World, reference: string, change: object) {
  const { status, body } = await world
    .as('moitt-liaison')
    .post('/api/v1/agreements')
    .send(memorandum(reference, change));
  const { type = '', errors = [] } = body as Problem;
  return { status, code: type.replace('/problems/', ''), errors };
}

export const fieldsOf = (errors: readonly Fault[]) => errors.map(({ field, rule }) => `${field} ${rule}`);
