import type { Refusal } from './refusal';

export const PROBLEM_TYPE = 'application/problem+json';

const TITLES: Record<number, string> = {
  400: 'The request cannot be understood',
  401: 'Sign in first',
  403: 'Not yours to do',
  404: 'Not found',
  405: 'This method is not offered here',
  408: 'The request did not arrive in time',
  409: 'Not possible in the present state',
  412: 'It has changed in the meantime',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'The input breaks a rule',
  429: 'Too many attempts',
  431: 'The headers are too large',
  503: 'Not ready',
};

/** The title of a problem: the status in words. */
export const titleOf = (status: number): string => TITLES[status] ?? 'Refused';

/** The problem document of a refusal (RFC 9457), as it is sent. */
export function problemOf(refusal: Refusal, requestId: string): string {
  return JSON.stringify({
    type: `/problems/${refusal.code}`,
    title: titleOf(refusal.status),
    status: refusal.status,
    detail: refusal.detail,
    request_id: requestId,
    ...(refusal.errors.length ? { errors: refusal.errors } : {}),
    ...refusal.more,
  });
}
