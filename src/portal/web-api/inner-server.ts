import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import { duplexPair } from 'node:stream';
import { markInside } from '../../platform/asked-inside';

export interface InnerRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer | undefined;
  /** IP address of the person for whom it is asked. */
  readonly address: string;
}

/**
 * A server of the same routes that listens nowhere: connections to it are pairs of streams in memory (`node:http`,
 * event `connection`). What passes is HTTP, and is parsed, checked, counted and logged as any other request is.
 */
@Injectable()
export class InnerServer implements OnModuleDestroy {
  private server: Server | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  /** @returns the answer, whose body is yet to be read */
  ask({ method, path, headers, body, address }: InnerRequest): Promise<IncomingMessage> {
    this.server ??= createServer(this.host.httpAdapter.getInstance<RequestListener>());
    const [near, far] = duplexPair();
    markInside(Object.assign(far, { remoteAddress: address }));
    this.server.emit('connection', far);
    return new Promise((resolve, reject) => {
      const asked = request({ method, path, headers, createConnection: () => near }, resolve);
      asked.once('error', reject);
      asked.end(body);
    });
  }

  onModuleDestroy(): void {
    this.server?.closeAllConnections();
  }
}
