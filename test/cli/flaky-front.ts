import { createServer, request as ask, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in front of another that counts what is asked and, told to, answers in its place. */
export class FlakyFront {
  readonly asked: string[] = [];
  /** Answers in the place of the server behind; true when it has. */
  instead: (path: string, response: ServerResponse) => boolean = () => false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(url: string): Promise<FlakyFront> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const front = new FlakyFront(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', ({ url: path = '', method, headers }, response) => {
      front.asked.push(`${method} ${path}`);
      if (front.instead(path, response)) return;
      const behind = ask(new URL(path, url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      behind.end();
    });
    return front;
  }

  /** Documents that were asked for, since the last time. */
  takeDocuments(): string[] {
    return this.asked.splice(0).filter((one) => one.includes('/api/v1/advisories/'));
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }
}
