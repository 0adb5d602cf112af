import { Param, ParseUUIDPipe } from '@nestjs/common';
import { isUuid } from '../platform/ids';
import { Refusal } from '../platform/refusal';

/** What is no UUID names no log: the same answer as for one that is absent. */
export function LogId(): ParameterDecorator {
  return Param('id', new ParseUUIDPipe({ exceptionFactory: () => Refusal.notFound() }));
}

/** The same after the rest of a request was looked at: where a query is needed, it is asked for alike whether a log is there or not. */
export function requireLogId(id: string): string {
  if (!isUuid(id)) throw Refusal.notFound();
  return id;
}
