import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request as BrowserRequest } from 'express';
import type { RequestListener } from 'node:http';
import inject, { type InjectOptions } from 'light-my-request';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../../docs/openapi';
import { askInside } from '../../platform/asked-inside';
import { requestIdOf } from '../../platform/request-id';

/** The web API as its published description has it: what a page asks for is checked against that by the compiler. */
export type Api = Client<paths>;

/** Only a path counts; the origin is never resolved. */
const ORIGIN = 'http://accord.invalid';

/** Bodies that the platform's Response must not have. */
const BODYLESS = [204, 205, 304];

/**
 * The portal's only way to anything: the web API of this process, asked as any client asks it, with the token of the
 * person whom a page is for. So a page can show nothing that the web API would not have given.
 */
@Injectable()
export class WebApi {
  constructor(private readonly host: HttpAdapterHost) {}

  /** A client that asks for whoever holds the token; without one, for anybody. */
  client(from: BrowserRequest, accessToken?: string): Api {
    return createClient<paths>({
      baseUrl: ORIGIN,
      headers: accessToken ? { Authorization: `Bearer ${accessToken}` } : {},
      fetch: (request) => this.ask(request, from),
      // A filter that is empty in a form is no filter.
      querySerializer: (query) => queryOf(query),
    });
  }

  private async ask(request: Request, from: BrowserRequest): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
    const options: InjectOptions = {
      method: request.method as 'GET',
      url: pathname + search,
      headers: { ...Object.fromEntries(request.headers), 'x-request-id': requestIdOf(from) },
      remoteAddress: from.ip ?? '127.0.0.1',
      ...(body ? { payload: body } : {}),
    };
    const listener = this.host.httpAdapter.getInstance<RequestListener>();
    const { statusCode, headers, rawPayload } = await askInside(() => inject(listener, options));
    const kept = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
    );
    const answer = BODYLESS.includes(statusCode) ? null : new Uint8Array(rawPayload);
    return new Response(answer, { status: statusCode, headers: kept });
  }
}

function queryOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === '' ? [] : [[name, String(one)]])),
  );
  return new URLSearchParams(pairs).toString();
}
