import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  NotFoundException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { notesOn } from './log/request-log';
import { methodNotAllowed } from './method-not-allowed';
import { PROBLEM_TYPE, problemOf, titleOf } from './problem';
import { Refusal } from './refusal';
import { requestIdOf } from './request-id';

/** What the router and packages throw, told apart by their status. */
function refusalFor(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: number }).status;
  if (status === 404) return Refusal.notFound();
  if (status === 400) return new Refusal('malformed', 400, 'The request is not well-formed.');
  if (status && status >= 400 && status < 500) return new Refusal('refused', status, titleOf(status));
  return undefined;
}

/** Nest's own 404 for a request that met no route: perhaps the method is wrong. */
const unrouted = (error: unknown, request: Request): Refusal | undefined =>
  error instanceof NotFoundException && !request.route ? methodNotAllowed(request) : undefined;

/** Every answer that is not a success is a problem document (RFC 9457), and tells no more than its code. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const refusal =
      unrouted(error, request) ??
      refusalFor(error) ??
      new Refusal('internal', 500, 'Something failed on our side. Nothing was changed.');
    notesOn(response).problem = refusal.code;
    // The line that the log writes of this request describes the fault.
    if (refusal.status >= 500) Object.assign(response, { err: error });
    if (response.headersSent) return void response.destroy();
    response.removeHeader('ETag');
    response.status(refusal.status).set(refusal.headers).set('Cache-Control', 'no-store');
    response.type(PROBLEM_TYPE).send(problemOf(refusal, requestIdOf(request)));
  }
}
