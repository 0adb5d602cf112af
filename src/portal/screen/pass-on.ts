import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { BrowserSessions } from '../../accounts';
import { type ApiProblem, ApiRefused } from '../web-api/refused';
import { WebApi } from '../web-api/web-api';
import { sessionCookie } from './cookies';

/** What of the web API's answer is passed on: what the bytes are, and what a browser calls the file. */
const HEADERS = ['content-type', 'content-disposition'] as const;

/** Downloads: what the web API answers, passed on as it comes and never held whole. */
@Injectable()
export class PassOn {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly webApi: WebApi,
  ) {}

  /**
   * @param accept the media type that is wanted, where the web API has several
   * @throws ApiRefused for what the web API refuses, before anything is sent
   */
  async run(request: Request, response: Response, path: string, accept?: string): Promise<void> {
    const session = this.sessions.resume(sessionCookie(request));
    const answer = await this.webApi.stream(request, path, session?.accessToken, accept);
    if (answer.statusCode !== 200) throw new ApiRefused((await json(answer)) as ApiProblem);
    for (const name of HEADERS) {
      const value = answer.headers[name];
      if (value !== undefined) response.set(name, value);
    }
    await pipeline(answer, response.status(200).set('Cache-Control', 'no-store'));
  }
}
