import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { InvitationsStore } from './invitations.store';

@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly store: InvitationsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Revokes an invitation: its token is refused from the next request on. Once more is no fault.
   * @throws Refusal 404 for one that is not the own organization's, `invitation/accepted`
   */
  async run(id: string): Promise<void> {
    await this.administration.enter();
    const invitation = isUuid(id) ? await this.store.find(id) : undefined;
    if (!invitation) throw Refusal.notFound();
    if (invitation.end_reason === 'accepted') throw accepted();
    const { person: by } = this.transaction;
    if (!(await this.store.end(invitation.id, 'revoked', by))) return;
    const entry = { by, invitation: invitation.id, email: invitation.email };
    await this.record.appendToOwnHouse('invitation/revoked', entry);
  }
}

const accepted = () =>
  Refusal.conflict('invitation/accepted', 'It was accepted; record the departure of the person instead.');
