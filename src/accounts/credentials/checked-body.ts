import type { Request } from 'express';
import { refuseParameters } from '../../platform/request-transaction.interceptor';
import { inputPipe, TextPipe } from '../../platform/input';

const text = new TextPipe();
const shape = inputPipe();

/**
 * The body of a request, for a guard that uses up a proof: checked, with the query that no such route takes, as
 * everywhere else only after the guards.
 * @throws Refusal 422 that names each fault
 */
export async function checkedBody<Body>(request: Request, type: new () => Body): Promise<Body> {
  refuseParameters(Object.keys(request.query));
  const metadata = { type: 'body', metatype: type } as const;
  return (await shape.transform(text.transform(request.body, metadata), metadata)) as Body;
}
