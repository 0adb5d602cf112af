import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { HEALTH_ROUTES } from '../health/health-routes';
import { isUuid } from '../ids';
import { isAnonymous, type Viewer } from '../viewer';
import { describeFault } from './describe-fault';

/** What is known of a request once it is answered. `problem` and `items` are noted on the way. */
export type Noted = { problem?: string; items?: Set<string> };
type Answered = Request & { user?: Viewer; id: string };

/** The notes that the log takes of an answer. */
export const notesOn = (response: Response): Noted => response.locals as Noted;

/** The pattern of the route that was met, as `/api/v1/incidents/:id`; never the path, which may hold anything. */
export function routeOf(request: Request): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}

function caller(user: Viewer | undefined) {
  if (!user || isAnonymous(user)) return {};
  return { organization: user.organizationId, account: user.personId, key: user.apiKeyId };
}

/** Everything a line may say: ids, patterns and numbers. What is not named here is not logged. */
function line(request: Answered, response: Response, duration: unknown) {
  const { problem, items = [] } = notesOn(response);
  const ids = [
    ...Object.values(request.params ?? {})
      .flat()
      .filter(isUuid),
    ...items,
  ];
  return {
    method: request.method,
    route: routeOf(request),
    status: response.statusCode,
    problem,
    duration,
    ...caller(request.user),
    items: [...new Set(ids)],
    ...(response.writableFinished ? {} : { aborted: true }),
  };
}

function levelOf(request: Answered, { statusCode }: Response) {
  if (HEALTH_ROUTES.includes(routeOf(request))) return 'debug';
  if (statusCode === 503) return 'warn';
  return statusCode >= 500 ? 'error' : 'info';
}

/** One line for each request, when it is answered or broken off; `duration` is in milliseconds. */
export const requestLog = (log: Logger) =>
  pinoHttp<Answered, Response>({
    logger: log,
    // What is logged while a request is answered is described in the same way; pino-http has serializers of its own.
    wrapSerializers: false,
    serializers: { err: describeFault, req: () => undefined, res: () => undefined },
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'request', responseTime: 'duration' },
    genReqId: (request) => request.id ?? randomUUID(),
    customLogLevel: levelOf,
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customSuccessObject: (request, response, { duration }: { duration: number }) =>
      line(request, response, duration),
    customErrorObject: (request, response, error, { duration }: { duration: number }) => ({
      ...line(request, response, duration),
      fault: describeFault(error),
    }),
  });
