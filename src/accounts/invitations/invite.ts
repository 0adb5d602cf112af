import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashToken, makeToken } from '../credentials/one-time-token';
import { Administration } from '../people/administration';
import { emailTaken } from '../people/create-account';
import type { InviteBody } from './invitations.dto';
import { type Invitation, InvitationsStore } from './invitations.store';

/** How long an invitation can be accepted, in milliseconds. */
export const INVITATION_LIFE = 7 * 86_400_000;

@Injectable()
export class Invite {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly store: InvitationsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Invites a person to the acting administrator's own organization. The token is in this answer and nowhere else.
   * @throws Refusal `account/no-longer-administrator`, `account/email-taken`, `invitation/open-already`
   */
  async run({ email, name, roles: wanted }: InviteBody): Promise<Invitation & { token: string }> {
    await this.administration.enter();
    const { person: by, at } = this.transaction;
    if (await this.store.emailTaken(email)) {
      await this.record.appendToOwnHouse('account/email-refused', { by, email });
      throw Object.assign(emailTaken(), { recorded: true });
    }
    if (await this.store.openFor(email)) throw openAlready();
    const roles = wanted.toSorted();
    const token = makeToken('invitation');
    const expiresAt = new Date(at.getTime() + INVITATION_LIFE);
    const id = await this.store.add({ email, name, roles, tokenSha256: hashToken(token), expiresAt });
    const entry = { by, invitation: id, email, name, roles, expires_at: expiresAt.toISOString() };
    await this.record.appendToOwnHouse('invitation/issued', entry);
    const issued = await this.store.find(id);
    if (!issued) throw new Error('An invitation that was just made is there.');
    return { ...issued, token };
  }
}

const openAlready = () =>
  Refusal.conflict('invitation/open-already', 'An invitation for this e-mail is open; revoke it first.');
