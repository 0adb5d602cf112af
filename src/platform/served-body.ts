import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { createHash } from 'node:crypto';
import { map, type Observable } from 'rxjs';

/** Bytes exactly as they leave. `sensitive` (above GREEN) keeps them out of every cache. */
export class ServedBody {
  constructor(
    readonly body: Buffer,
    readonly mediaType: string,
    readonly sensitive: boolean,
    readonly fileName?: string,
  ) {}
}

/**
 * Sends served bytes after the transaction has committed, with a strong ETag over the bytes for this caller
 * (RFC 9110, sections 8.8.3 and 13.1.2). Express answers 304 itself where If-None-Match matches; the gate was asked
 * before either way.
 */
@Injectable()
export class ServedBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    response.set('Vary', 'Authorization, Accept');
    response.set('Cache-Control', 'no-store');
    return next.handle().pipe(
      map((result: unknown) => {
        if (!(result instanceof ServedBody)) return result;
        const digest = createHash('sha256').update(result.body).digest('base64url');
        response.set({
          ETag: `"${digest}"`,
          'Cache-Control': result.sensitive ? 'private, no-store' : 'private, no-cache',
          'Content-Type': result.mediaType,
        });
        if (result.fileName) response.set('Content-Disposition', `inline; filename="${result.fileName}"`);
        // All that is served is checked UTF-8, so text and bytes are the same.
        return result.body.toString('utf8');
      }),
    );
  }
}
