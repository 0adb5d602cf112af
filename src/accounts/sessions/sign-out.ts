import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { SessionsStore } from './sessions.store';

@Injectable()
export class SignOut {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: SessionsStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /** Ends the session in which the person asks; its tokens are refused from the next request on, and what is under way with them has ended. */
  async here(): Promise<void> {
    const { person, viewer } = this.transaction;
    if (!viewer.sessionId) throw new Error('A person acts in a session.');
    await this.administration.wait();
    await this.store.end(person, 'signed-out', { only: viewer.sessionId });
    await this.record.appendToOwnHouse('session/signed-out', { person, session: viewer.sessionId });
  }

  /** Ends every session of the person who asks, this one included. */
  async everywhere(): Promise<void> {
    const { person } = this.transaction;
    await this.administration.wait();
    const sessions = await this.store.end(person, 'signed-out');
    await this.record.appendToOwnHouse('session/signed-out-everywhere', { person, sessions });
  }
}
