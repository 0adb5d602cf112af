import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Access } from '../../platform/access';
import { Refusal } from '../../platform/refusal';
import { PROBLEMS } from './catalogue';
import type { Words } from './problem';
import { ProblemPage, ProblemsPage } from './problem.page';

type Described = Words & { code: string };

/** Says in words what each problem type means: pages for people, JSON for who asks for it. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Access('anyone')
  list(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const items = Object.entries(PROBLEMS).map(([code, words]) => ({ code, ...words }));
    return answer(request, response, { items }, () => ProblemsPage({ problems: PROBLEMS }));
  }

  /** Codes hold slashes, so the name is the rest of the path. */
  @Get('*code')
  @Access('anyone')
  show(
    @Param('code') path: string | string[],
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const code = [path].flat().join('/');
    const words = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
    if (!words) throw Refusal.notFound();
    return answer<Described>(request, response, { code, ...words }, () => ProblemPage({ code, ...words }));
  }
}

function answer<T>(request: Request, response: Response, json: T, page: () => VNode): T | string {
  response.set('Cache-Control', 'public, max-age=3600').vary('Accept');
  if (request.accepts(['html', 'json']) !== 'html') return json;
  response.type('html');
  return `<!doctype html>${renderToString(page())}`;
}
