import type { Form } from '../screen/screens';
import { ApiRefused } from '../web-api/refused';

/** A new password is typed twice; what differs is told here, since the web API takes it once. */
export function repeatedFault(password: string, form: Form): { refused: ApiRefused } | undefined {
  if (form.secret('repeated') === password) return undefined;
  const errors = [{ field: 'repeated', rule: 'password/repeated', message: 'must be the same once more' }];
  return { refused: new ApiRefused({ type: '/problems/invalid', title: 'Invalid', status: 422, errors }) };
}
