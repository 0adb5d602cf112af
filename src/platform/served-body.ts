import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { map, type Observable } from 'rxjs';
import { neverCompress } from './compress-answers';
import { nextLink, nextOf } from './next-link';
import { answersSecret } from './secret-answer';

/** Bytes exactly as they leave. `sensitive` (above GREEN) keeps them out of every cache. */
export class ServedBody {
  /** Strong entity tag over the bytes for this caller (RFC 9110, section 8.8.3). */
  readonly etag: string;
  /** Headers that this answer has besides. */
  headers: Readonly<Record<string, string>> = {};

  constructor(
    readonly body: Buffer,
    readonly mediaType: string,
    readonly sensitive: boolean,
    /** The If-None-Match of the request, if it had one. */
    private readonly known: string | undefined,
    readonly fileName?: string,
    /** The cursor of the next page of a list that has one. */
    readonly next?: string | null,
  ) {
    this.etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  }

  /** Whether the caller holds these very bytes, so that none leave (weak comparison, RFC 9110, section 13.1.2). */
  get notModified(): boolean {
    const tags = (this.known ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(this.etag);
  }
}

/** Who takes the header serves bytes that have an entity tag; the description says so. */
const describedAsServed: ParameterDecorator = (target, key) => {
  const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (method) ApiExtension('x-served', true)(target, key, method);
};

/** The If-None-Match header of the request. */
export const IfNoneMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<Request>().headers['if-none-match'],
  [describedAsServed],
);

/** Sends served bytes after the transaction has committed; the gate was asked before either answer. */
@Injectable()
export class ServedBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    if (answersSecret(context)) neverCompress(response);
    response.set({ Vary: 'Authorization, Accept', 'Cache-Control': 'no-store' });
    return next.handle().pipe(
      map((result: unknown) => {
        const next = request.method === 'GET' ? nextOf(result) : undefined;
        if (next !== undefined) response.set('Link', nextLink(request.originalUrl, next));
        if (!(result instanceof ServedBody)) return result;
        response.set({
          ...result.headers,
          ETag: result.etag,
          'Cache-Control': result.sensitive ? 'private, no-store' : 'private, no-cache',
        });
        // Settled already, when the transfer was written or not: Express must not decide it again.
        delete request.headers['if-none-match'];
        if (result.notModified) return void response.status(304);
        response.set('Content-Type', result.mediaType);
        if (result.fileName) response.set('Content-Disposition', `inline; filename="${result.fileName}"`);
        // All that is served is checked UTF-8, so text and bytes are the same.
        return result.body.toString('utf8');
      }),
    );
  }
}
