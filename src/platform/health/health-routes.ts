import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { Readiness } from './readiness';

/** Routes that whoever watches the process asks all the time. */
export const HEALTH_ROUTES: readonly string[] = ['/health', '/ready'];

const say = (response: Response, code: number, status: string) =>
  void response.status(code).set('Cache-Control', 'no-store').json({ status });

/**
 * `/health`: the process is alive, and nothing else. `/ready`: it should be sent requests. They stand beside the
 * modules, so that neither waits for a credential, a transaction or a limit, and tell strangers no more than a word.
 */
export function serveHealth(app: NestExpressApplication): void {
  const readiness = app.get(Readiness);
  const routes = app.getHttpAdapter().getInstance();
  routes.get('/health', (_request, response) => say(response, 200, 'ok'));
  routes.get('/ready', async (_request, response) => {
    const state = await readiness.state();
    say(response, state === 'ready' ? 200 : 503, state);
  });
}
