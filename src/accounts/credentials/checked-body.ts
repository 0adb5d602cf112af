import type { Request } from 'express';
import { inputPipe, TextPipe } from '../../platform/input';

const text = new TextPipe();
const shape = inputPipe();

/**
 * The body of a request, for a guard: checked by the same pipes as everywhere, which run only after the guards.
 * @throws Refusal 422 that names each fault
 */
export async function checkedBody<Body>(request: Request, type: new () => Body): Promise<Body> {
  const metadata = { type: 'body', metatype: type } as const;
  return (await shape.transform(text.transform(request.body, metadata), metadata)) as Body;
}
