import { type ExecutionContext, Inject, Injectable, StreamableFile } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Request, Response } from 'express';
import { hkdfSync } from 'node:crypto';
import { isDryRun } from '../dry-run';
import { Refusal } from '../refusal';
import { SECRET } from '../secret';
import { ServedBody } from '../served-body';
import { ViewerTransaction } from '../viewer-transaction';
import { changedSince, entityTag } from './entity-tag';
import { type Versioned, versionedOf } from './versioned';

const tagsIn = (header: string): string[] => header.split(',').map((tag) => tag.trim());
const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/**
 * Conditions on what the caller has read (RFC 9110, section 13). Runs in the viewer's transaction, after the guards:
 * who may not read a thing is told so, whatever tag she presents.
 */
@Injectable()
export class ConditionalRequests {
  private readonly key: Buffer;
  constructor(
    private readonly modules: ModuleRef,
    private readonly transaction: ViewerTransaction,
    @Inject(SECRET) secret: string,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'accord entity tag', 32));
  }

  /**
   * Checks the condition of a change before it is made, and tags what is answered.
   * @throws Refusal 412 `precondition/failed`, which says what has changed
   */
  async run(context: ExecutionContext, handle: () => Promise<unknown>): Promise<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const thing = versionedOf(context);
    if (thing && !isReading(request)) await this.hold(thing, request);
    const result = await handle();
    if (
      !thing ||
      thing.answersAnother ||
      isDryRun(request) ||
      typeof result !== 'object' ||
      result === null ||
      result instanceof ServedBody ||
      result instanceof StreamableFile
    )
      return result;
    const tag = entityTag(this.key, thing.stable(result));
    response.set({
      ETag: tag,
      'Cache-Control': thing.confidential ? 'private, no-store' : 'private, no-cache',
    });
    return isReading(request) ? this.unlessKnown(tag, result, request, response) : result;
  }

  /** No change of a thing begins before another of it has ended, so that what was compared is what is changed. */
  private async hold(thing: Versioned, { headers, params }: Request): Promise<void> {
    const condition = headers['if-match'];
    const names = thing.named.map((name) => String(params[name]));
    await this.transaction.lock(`change:${thing.kind}:${names.join('/')}`);
    if (condition !== undefined) await this.compare(thing, names, condition);
  }

  private async compare(thing: Versioned, names: string[], condition: string): Promise<void> {
    const reader: unknown = this.modules.get(thing.reader, { strict: false });
    const view = thing.stable(await thing.read(reader, ...names));
    const now = entityTag(this.key, view);
    const tags = tagsIn(condition);
    // Strong comparison: a weak tag never matches (RFC 9110, section 8.8.3.2).
    if (tags.includes('*') || tags.includes(now)) return;
    const { version } = view as { version?: number };
    const detail = 'It is no longer as you have read it. Read it again, and decide anew.';
    throw new Refusal(
      'precondition/failed',
      412,
      detail,
      [],
      { ETag: now },
      {
        ...(version === undefined ? {} : { current_version: version }),
        changed_fields: tags.length === 1 ? changedSince(tags[0]!, now, view) : [],
      },
    );
  }

  /** 304 for who holds this state already (weak comparison, RFC 9110, section 13.1.2). */
  private unlessKnown(tag: string, result: object, request: Request, response: Response): unknown {
    const known = request.headers['if-none-match'];
    // Settled here: Express must not decide it again.
    delete request.headers['if-none-match'];
    const tags = tagsIn(known ?? '').map((one) => one.replace(/^W\//, ''));
    if (!tags.includes('*') && !tags.includes(tag)) return result;
    return void response.status(304);
  }
}
