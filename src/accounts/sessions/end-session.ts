import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { SessionsStore } from './sessions.store';

@Injectable()
export class EndSession {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: SessionsStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Ends one session of the acting person, as of a browser that she left somewhere; this one signs her out.
   * @throws Refusal 404 for what is no session of hers that goes on
   */
  async run(session: string): Promise<void> {
    const { person } = this.transaction;
    await this.administration.wait();
    const ended = isUuid(session) ? await this.store.end(person, 'signed-out', { only: session }) : 0;
    if (ended === 0) throw Refusal.notFound();
    await this.record.appendToOwnHouse('session/signed-out', { person, session });
  }
}
