import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { notesOn } from '../../platform/log/request-log';
import { Refusal } from '../../platform/refusal';
import { FaultPage } from '../frame/fault.page';
import { answerPage } from './answer';
import { OpenScreen } from './open-screen';

const ASSETS = /^\/portal\/assets\//;
/** What people are told of what is wrong with an address or a body: which of several it is, is for programs. */
const WORDS: Record<number, string> = {
  400: 'malformed',
  404: 'not-found',
  413: 'too-large',
  415: 'malformed',
};

/**
 * Tells what is refused before a screen is found, as where the database does not count requests, in a page. Who is
 * there is not asked, since that may be what failed.
 */
@Injectable()
export class EarlyFaults {
  constructor(private readonly screens: OpenScreen) {}

  readonly middleware = (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (!(error instanceof Refusal) || response.headersSent || ASSETS.test(request.originalUrl))
      return next(error);
    const { status, headers, message: detail } = error;
    const code = WORDS[status] ?? error.code;
    notesOn(response).problem = error.code;
    if (status >= 500) Object.assign(response, { err: error });
    answerPage(
      response.set(headers),
      FaultPage({ screen: this.screens.forNobody(request), code, detail }),
      status,
    );
  };
}
