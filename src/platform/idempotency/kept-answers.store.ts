import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { ViewerTransaction } from '../viewer-transaction';
import { KeptAnswerRow } from './kept-answer.entity';

/** For how long an answer is kept. */
const LIFE = 24 * 60 * 60 * 1000;
/** How many answers that are past each use removes, its own not counted. */
const BATCH = 20;

/** What of an answer is kept. */
export type Answer = Pick<KeptAnswerRow, 'requestHmac' | 'status' | 'headers' | 'body'>;

/** Every statement about kept answers. */
@Injectable()
export class KeptAnswersStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The answer that the caller was given under a key within the last day. */
  async find(callerId: string, key: string): Promise<Answer | undefined> {
    const { manager, at } = this.transaction;
    const past = LessThan(new Date(at.getTime() - LIFE));
    await manager.delete(KeptAnswerRow, { callerId, key, at: past });
    return (await manager.findOneBy(KeptAnswerRow, { callerId, key })) ?? undefined;
  }

  async keep(callerId: string, key: string, answer: Answer): Promise<void> {
    const { manager, viewer, at } = this.transaction;
    await manager.insert(KeptAnswerRow, {
      callerId,
      key,
      organizationId: viewer.organizationId,
      ...answer,
      at,
    });
    await this.transaction.query('SELECT app.forget_kept_answers($1)', [BATCH]);
  }
}
