import { Injectable } from '@nestjs/common';
import type { Request as BrowserRequest } from 'express';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../../docs/openapi';
import { requestIdOf } from '../../platform/request-id';
import { InnerServer } from './inner-server';

/** The web API as its published description has it: what a page asks for is checked against that by the compiler. */
export type Api = Client<paths>;

/** Only a path counts; the origin is never resolved. */
const ORIGIN = 'http://accord.invalid';

/** Answers that have no body (Fetch Standard, null body status). */
const BODYLESS = [204, 205, 304];

/**
 * The portal's only way to anything: the web API of this process, asked as any client asks it, with the token of the
 * person whom a page is for. So a page can show nothing that the web API would not have given.
 */
@Injectable()
export class WebApi {
  constructor(private readonly server: InnerServer) {}

  /** A client that asks for whoever holds the token; without one, for anybody. */
  client(from: BrowserRequest, accessToken?: string): Api {
    return createClient<paths>({
      baseUrl: ORIGIN,
      headers: accessToken ? { Authorization: `Bearer ${accessToken}` } : {},
      fetch: (request) => this.fetch(request, from),
      querySerializer: queryOf,
    });
  }

  /** What the web API answers to a GET, as it comes: for downloads, which are passed on and never held whole. */
  stream(
    from: BrowserRequest,
    path: string,
    accessToken?: string,
    accept?: string,
  ): Promise<IncomingMessage> {
    const headers: Record<string, string> = {
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(accept && { accept }),
    };
    return this.ask(from, { method: 'GET', path, headers });
  }

  private async fetch(request: Request, from: BrowserRequest): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
    const headers = Object.fromEntries(request.headers);
    const answer = await this.ask(from, { method, path: pathname + search, headers, body });
    const status = answer.statusCode ?? 500;
    const bytes = await buffer(answer);
    return new Response(BODYLESS.includes(status) ? null : new Uint8Array(bytes), {
      status,
      headers: Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
    });
  }

  private ask(
    from: BrowserRequest,
    asked: { method: string; path: string; headers: Record<string, string>; body?: Buffer | undefined },
  ): Promise<IncomingMessage> {
    const { body, headers } = asked;
    return this.server.ask({
      ...asked,
      headers: {
        ...headers,
        host: 'accord.invalid',
        'x-request-id': requestIdOf(from),
        ...(body ? { 'content-length': String(body.length) } : {}),
      },
      address: from.ip ?? '127.0.0.1',
    });
  }
}

/** A filter that is empty in a form is no filter. */
function queryOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (isScalar(one) && one !== '' ? [[name, String(one)]] : [])),
  );
  return new URLSearchParams(pairs).toString();
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
