import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHmac, hkdfSync } from 'node:crypto';
import { Refusal } from '../refusal';
import { SECRET } from '../secret';
import { ViewerTransaction } from '../viewer-transaction';
import { idempotencyKeyOf } from './idempotency-key';
import { type Answer, KeptAnswersStore } from './kept-answers.store';

/** The headers of an answer that belong to what was done; the others are made anew for each answer. */
const KEPT_HEADERS = ['Content-Type', 'Location', 'Content-Location', 'ETag', 'Link', 'Content-Disposition'];
const JSON_TYPE = 'application/json; charset=utf-8';

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Does a change once per caller and Idempotency-Key. The answer is kept in the transaction of the change, so that
 * there is never one without the other; a refusal rolls both back, and the next attempt is tried anew.
 */
@Injectable()
export class IdempotentAnswers {
  private readonly hmacKey: Buffer;
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: KeptAnswersStore,
    @Inject(SECRET) secret: string,
  ) {
    this.hmacKey = Buffer.from(hkdfSync('sha256', secret, '', 'accord idempotency', 32));
  }

  /** The key of a request that changes something, which a guard has let pass; on others it says nothing. */
  keyOf(context: ExecutionContext): string | undefined {
    const request = context.switchToHttp().getRequest<Request>();
    return CHANGING.includes(request.method) ? idempotencyKeyOf(request) : undefined;
  }

  /**
   * Runs in the viewer's transaction. Whoever comes second with a key waits for the first, and gets its answer.
   * @throws Refusal 422 `idempotency/different-request`
   */
  async once(key: string, context: ExecutionContext, change: () => Promise<unknown>): Promise<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const { personId, apiKeyId } = this.transaction.viewer;
    const caller = personId ?? apiKeyId;
    if (!caller) throw new Error('Nobody changes anything without a credential.');
    const requestHmac = this.fingerprint(request);
    await this.transaction.lock(`idempotency:${caller}:${key}`);
    const kept = await this.store.find(caller, key);
    if (kept) return this.repeat(kept, requestHmac, response);
    const result = await change();
    await this.store.keep(caller, key, { requestHmac, ...this.answerOf(result, response) });
    return result;
  }

  /** Under a key of the installation: a body may hold a password, and a bare hash of it could be searched for. */
  private fingerprint({ method, originalUrl, body }: Request): Buffer {
    const sent = Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? '');
    return createHmac('sha256', this.hmacKey).update(`${method}\n${originalUrl}\n`).update(sent).digest();
  }

  private answerOf(result: unknown, response: Response): Omit<Answer, 'requestHmac'> {
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = response.getHeader(name);
      if (value !== undefined) headers[name] = String(value);
    }
    if (result === undefined || result === null) return { status: response.statusCode, headers, body: null };
    if (typeof result !== 'object') throw new Error('A change answers an object, or nothing.');
    headers['Content-Type'] ??= JSON_TYPE;
    return { status: response.statusCode, headers, body: JSON.stringify(result) };
  }

  private repeat({ requestHmac, status, headers, body }: Answer, asked: Buffer, response: Response): unknown {
    if (!requestHmac.equals(asked)) {
      const detail =
        'You have used this Idempotency-Key for another request. Take a new key for each change.';
      throw new Refusal('idempotency/different-request', 422, detail);
    }
    response.status(status).set(headers).set('Idempotent-Replayed', 'true');
    return body ?? undefined;
  }
}
