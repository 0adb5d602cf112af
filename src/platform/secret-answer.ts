import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

const SECRET_ANSWER = 'accord:secret-answer';

/**
 * Says that the answer of a route holds a secret that is shown once: it is kept nowhere, neither in a cache nor for
 * an idempotency key, and never compressed.
 */
export const AnswersSecret = () =>
  applyDecorators(SetMetadata(SECRET_ANSWER, true), ApiExtension('x-secret-answer', true));

/** Whether the route that is asked for answers a secret. */
export const answersSecret = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(SECRET_ANSWER, context.getHandler()) === true;
