import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId } from './ids';
import { PROBLEM_TYPE, problemOf } from './problem';
import { Refusal } from './refusal';

function refusalFor(code: string | undefined): Refusal {
  // The limit is Node's own, 16 KiB unless it is started with another.
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Refusal('headers-too-large', 431, 'The address and the headers have more than 16 KiB.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refusal('timeout', 408, 'The request did not arrive in time.');
  return new Refusal('malformed', 400, 'The request is not well-formed HTTP.');
}

/** What cannot be parsed reaches no route; it is answered with a problem document all the same, and hung up on. */
export function answerUnparsed(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const refusal = refusalFor(error.code);
    const id = newId();
    const body = problemOf(refusal, id);
    const head = [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      `Content-Type: ${PROBLEM_TYPE}; charset=utf-8`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      `X-Request-Id: ${id}`,
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
