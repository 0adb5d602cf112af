import { Param, ParseUUIDPipe } from '@nestjs/common';
import { Refusal } from '../platform/refusal';

/** What is no UUID names no log: the same answer as for one that is absent. */
export function LogId(): ParameterDecorator {
  return Param('id', new ParseUUIDPipe({ exceptionFactory: () => Refusal.notFound() }));
}
