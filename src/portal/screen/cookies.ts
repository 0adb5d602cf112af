import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';

/** Of whom is signed in. Its name binds it to the host where the connection is protected (RFC 6265bis §4.1.3.2). */
const sessionName = (request: Request) => (request.secure ? '__Host-accord-session' : 'accord-session');

const read = (request: Request): Record<string, string | undefined> =>
  parseCookie(request.headers.cookie ?? '');

export const sessionCookie = (request: Request): string | undefined => read(request)[sessionName(request)];

/** Sets the session's cookie; without a value takes it away. It is no longer than the browser is open. */
export function setSessionCookie(request: Request, response: Response, value: string | undefined): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' } as const;
  if (value === undefined) response.clearCookie(sessionName(request), options);
  else response.cookie(sessionName(request), value, options);
}

/** Holds what somebody arrived with who has no account or password yet, for as long as it takes to choose one. */
const ARRIVAL = 'accord-arrival';
const ARRIVAL_LIFE = 30 * 60_000;

export const arrivalCookie = (request: Request): string | undefined => read(request)[ARRIVAL];

/** Sets the cookie of who arrives with a token; without a value takes it away. */
export function setArrivalCookie(request: Request, response: Response, value: string | undefined): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/portal' } as const;
  if (value === undefined) response.clearCookie(ARRIVAL, options);
  else response.cookie(ARRIVAL, value, { ...options, maxAge: ARRIVAL_LIFE });
}

/** What a browser keeps of how its reader wants pages; nothing of it is secret. */
export type Preference = 'language' | 'zone' | 'theme' | 'visits';

export const preferenceCookie = (request: Request, name: Preference): string | undefined =>
  read(request)[`accord-${name}`];

export function setPreferenceCookie(
  request: Request,
  response: Response,
  name: Preference,
  value: string,
): void {
  const year = 365 * 86_400_000;
  const { secure } = request;
  response.cookie(`accord-${name}`, value, {
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: year,
    httpOnly: true,
  });
}
