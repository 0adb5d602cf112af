import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const ENCODED = /-(gzip|br|deflate)"/g;

/**
 * A compressed answer is another sequence of bytes, so its strong tag is another (RFC 9110, section 8.8.3.3): the tag
 * of the bytes, marked with the coding. Whoever sends a marked tag back means these bytes; further in nobody has to
 * know of it.
 */
function markTags(request: Request, response: Response, next: NextFunction): void {
  const known = request.headers['if-none-match'];
  const [, held] = new RegExp(ENCODED.source).exec(known ?? '') ?? [];
  for (const name of ['if-none-match', 'if-match'] as const) {
    const tags = request.headers[name];
    if (tags !== undefined) request.headers[name] = tags.replace(ENCODED, '"');
  }
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => Response;
  response.writeHead = (...head: unknown[]) => {
    const coding = response.statusCode === 304 ? held : response.getHeader('Content-Encoding');
    const tag = response.getHeader('ETag');
    if (typeof coding === 'string' && typeof tag === 'string')
      response.setHeader('ETag', tag.replace(/"$/, `-${coding}"`));
    return writeHead(...head);
  };
  next();
}

/** Keeps an answer as it is, however large: for those that hold a secret. */
export function neverCompress(response: Response): void {
  response.locals.neverCompress = true;
}

/**
 * Only what is read is compressed: no answer to a change, since tokens and keys are such answers; none that is marked
 * as secret; and none to a browser that sends a cookie by itself, whose page could be made to hold a guess beside a
 * secret, so that the length would tell (BREACH).
 */
function mayCompress(request: Request, response: Response): boolean {
  if (!['GET', 'HEAD'].includes(request.method)) return false;
  if (response.locals.neverCompress === true || request.headers.cookie !== undefined) return false;
  // Has no body to compress; it only has to say, as the answer it stands for, on what that one depends.
  return response.statusCode === 304 || compression.filter(request, response);
}

/** Compresses what has 1 KiB or more, with what the caller prefers of br and gzip. */
export const compressAnswers: RequestHandler[] = [
  markTags,
  compression({ threshold: 1024, filter: mayCompress }),
];
