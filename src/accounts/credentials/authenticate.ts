import type { Request, Response } from 'express';
import passport, { type Strategy } from 'passport';
import type { Viewer } from '../../platform/viewer';

/**
 * Asks one Passport strategy who is calling; undefined when it does not accept the credential. The strategy is
 * handed over itself rather than by name: names live in one place for the whole process, also for two applications.
 */
export function authenticateBy(
  strategy: Strategy,
  request: Request,
  response: Response,
): Promise<Viewer | undefined> {
  return new Promise((settle, fail) => {
    const answered = (error: Error | null, user?: Express.User | false | null) =>
      error ? fail(error) : settle(user ? (user as Viewer) : undefined);
    // Passport writes its answer functions onto the strategy: one shared by requests would answer the wrong one.
    const own = Object.create(strategy) as Strategy;
    const authenticate = passport.authenticate(own, { session: false }, answered) as (
      request: Request,
      response: Response,
      next: (error: unknown) => void,
    ) => void;
    authenticate(request, response, fail);
  });
}
