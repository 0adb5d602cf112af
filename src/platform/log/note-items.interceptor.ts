import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { isUuid } from '../ids';
import { notesOn } from './request-log';

/** Notes for the log the id of what a request made or answered, once it is committed. Lists are in the record. */
@Injectable()
export class NoteItems implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const notes = notesOn(context.switchToHttp().getResponse<Response>());
    return next.handle().pipe(
      tap((answer: unknown) => {
        const id = (answer as { id?: unknown } | null | undefined)?.id;
        if (typeof id === 'string' && isUuid(id)) (notes.items ??= new Set()).add(id);
      }),
    );
  }
}
