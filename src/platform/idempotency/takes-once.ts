import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

const TAKES_ONCE = 'accord:takes-once';

/**
 * Says that a route takes in its body what is good once: a token that was handed over, or a password that it changes.
 * It is looked at before the request is known to be a repeated one, so the route takes no idempotency key.
 */
export const TakesOnce = () =>
  applyDecorators(SetMetadata(TAKES_ONCE, true), ApiExtension('x-takes-once', true));

/** Whether the route that is asked for takes what is good once. */
export const takesOnce = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(TAKES_ONCE, context.getHandler()) === true;
