import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { PROOF_LIFE } from '../rules/proof-age';
import { SessionsStore } from '../sessions/sessions.store';
import type { ProofView } from './proof.dto';

@Injectable()
export class KeepProof {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: SessionsStore,
    private readonly record: SharingRecord,
  ) {}

  /** Notes that the acting person has just proved who she is; what her session does is covered for a while. */
  async run(): Promise<ProofView> {
    const { at, person, viewer } = this.transaction;
    if (!viewer.sessionId) throw new Error('A person acts in a session.');
    await this.store.addProof(viewer.sessionId);
    await this.record.appendToOwnHouse('session/proved', { person, session: viewer.sessionId });
    return { covers_until: new Date(at.getTime() + PROOF_LIFE).toISOString() };
  }
}
