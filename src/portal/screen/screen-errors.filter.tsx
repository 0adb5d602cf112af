import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { notesOn } from '../../platform/log/request-log';
import { Refusal } from '../../platform/refusal';
import { FaultPage } from '../frame/fault.page';
import { ProofPage } from '../proof/proof.page';
import { keptFields, ProofRefused } from '../proof/prove-first';
import { ApiRefused, ENROL_FIRST, PROVE_AGAIN } from '../web-api/refused';
import { answerPage, leadOn } from './answer';
import { OpenScreen } from './open-screen';
import type { Screen } from './screen';
import type { WithScreen } from './screen.guard';
import { SignInFirst } from './sign-in-first';

/** What a screen cannot show, told as a page in the reader's language, and no more of it than the web API tells. */
@Catch()
export class ScreenErrors implements ExceptionFilter {
  constructor(private readonly screens: OpenScreen) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<WithScreen>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    const gone = error instanceof ApiRefused && error.status === 401;
    if (error instanceof SignInFirst || gone) {
      const first = error instanceof SignInFirst ? error : new SignInFirst(request.originalUrl, true);
      return leadOn(response, first.address);
    }
    if (request.screen?.me && asksForProof(error, request)) return askForProof(error, request, response);
    if (error instanceof ApiRefused && error.code === ENROL_FIRST)
      return leadOn(response, '/portal/account/second-factor');
    const { code, status, detail } = factsOf(error);
    notesOn(response).problem = code;
    if (status >= 500) Object.assign(response, { err: error });
    const screen = request.screen ?? (await this.open(request, response));
    answerPage(response, FaultPage({ screen, code, detail }), status);
  }

  /** What failed may be what tells who is there: that must not fail once more, and end the process. */
  private async open(request: WithScreen, response: Response): Promise<Screen> {
    try {
      return await this.screens.run(request, response);
    } catch {
      return this.screens.forNobody(request);
    }
  }
}

/** Whether the web API wants proof of who the reader is before it does what a form asks for. */
const asksForProof = (error: unknown, { method }: WithScreen): error is ApiRefused | ProofRefused =>
  method === 'POST' &&
  (error instanceof ProofRefused || (error instanceof ApiRefused && error.code === PROVE_AGAIN));

/** Keeps the form, and asks. */
function askForProof(error: ApiRefused | ProofRefused, request: WithScreen, response: Response): void {
  const kept = keptFields((request.body ?? {}) as Record<string, unknown>);
  const refused = error instanceof ProofRefused ? error.refused : undefined;
  notesOn(response).problem = refused?.code ?? PROVE_AGAIN;
  answerPage(response, ProofPage({ screen: request.screen, kept, refused }), refused?.status ?? 403);
}

function factsOf(error: unknown): { code: string; status: number; detail: string | undefined } {
  if (error instanceof ApiRefused)
    return { code: error.code, status: error.status, detail: error.problem.detail };
  if (error instanceof Refusal) return { code: error.code, status: error.status, detail: error.message };
  if (error instanceof HttpException && error.getStatus() === 404)
    return { code: 'not-found', status: 404, detail: undefined };
  // What is too large, or no form, is refused by what reads forms.
  if (error instanceof HttpException && error.getStatus() < 500)
    return {
      code: error.getStatus() === 413 ? 'too-large' : 'malformed',
      status: error.getStatus(),
      detail: error.message,
    };
  return { code: 'internal', status: 500, detail: undefined };
}
