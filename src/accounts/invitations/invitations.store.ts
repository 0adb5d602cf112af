import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import type { Role } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { InvitationEndRow, type InvitationEndReason, InvitationRow } from '../invitation.entity';

/** An invitation of the viewer's own organization, and how it ended if it did before it expired. */
export interface Invitation {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  created_at: Date;
  created_by: string;
  expires_at: Date;
  ended_at: Date | null;
  end_reason: InvitationEndReason | null;
}

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  inviter: string;
}

/** What an invitation is made of; the e-mail is in lower case. */
export interface NewInvitation {
  email: string;
  name: string;
  roles: Role[];
  tokenSha256: Buffer;
  expiresAt: Date;
}

const OWN_INVITATIONS = `
  SELECT i.id, i.email, i.name, i.roles, i.created_at, a.name AS created_by, i.expires_at,
         e.at AS ended_at, e.reason AS end_reason
  FROM invitation i JOIN account a ON a.id = i.created_by LEFT JOIN invitation_end e ON e.invitation_id = i.id
  WHERE i.organization_id = app.viewer_org()`;
const OPEN = `
  SELECT i.id, i.email, i.name, i.roles, i.created_by AS inviter FROM invitation i
  WHERE i.organization_id = app.viewer_org() AND i.expires_at > $2
    AND NOT EXISTS (SELECT 1 FROM invitation_end e WHERE e.invitation_id = i.id)`;

/** Every statement about the invitations of the viewer's own organization. */
@Injectable()
export class InvitationsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  page(after: string, limit: number): Promise<Invitation[]> {
    return this.transaction.query(`${OWN_INVITATIONS} AND i.id > $1 ORDER BY i.id LIMIT $2`, [after, limit]);
  }

  find(id: string): Promise<Invitation | undefined> {
    return this.transaction.one(`${OWN_INVITATIONS} AND i.id = $1`, [id]);
  }

  findOpen(tokenSha256: Buffer): Promise<OpenInvitation | undefined> {
    return this.transaction.one(`${OPEN} AND i.token_sha256 = $1`, [tokenSha256, this.transaction.at]);
  }

  openFor(email: string): Promise<OpenInvitation | undefined> {
    return this.transaction.one(`${OPEN} AND i.email = $1`, [email, this.transaction.at]);
  }

  /** Whether an e-mail signs in to an account already, of whatever organization. */
  async emailTaken(email: string): Promise<boolean> {
    const row = await this.transaction.one<{ taken: boolean }>('SELECT app.email_taken($1) AS taken', [
      email,
    ]);
    return row?.taken === true;
  }

  async add(invitation: NewInvitation): Promise<string> {
    const { at: createdAt, person: createdBy, viewer, manager } = this.transaction;
    const { organizationId } = viewer;
    const id = newId();
    await manager.insert(InvitationRow, { id, organizationId, ...invitation, createdAt, createdBy });
    return id;
  }

  /** @param recordedBy whose act ends it @returns false when it had ended before */
  async end(id: string, reason: InvitationEndReason, recordedBy: string): Promise<boolean> {
    const ended = await this.transaction.manager
      .createQueryBuilder()
      .insert()
      .into(InvitationEndRow)
      .values({ invitationId: id, at: this.transaction.at, reason, recordedBy })
      .orIgnore()
      .returning('invitation_id')
      .execute();
    return (ended.raw as unknown[]).length > 0;
  }

  /** Ends the open invitations of an administrator who is none any more. */
  async endOfInviter(inviter: string): Promise<void> {
    await this.transaction.query(
      `INSERT INTO invitation_end (invitation_id, at, reason, recorded_by)
       SELECT open.id, $2, 'inviter-left', $3 FROM (${OPEN} AND i.created_by = $1) open
       ON CONFLICT DO NOTHING`,
      [inviter, this.transaction.at, this.transaction.person],
    );
  }
}
