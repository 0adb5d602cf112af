import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { refreshableUntil, SESSION_LIFE } from '../rules/session-life';
import {
  RefreshRotationRow,
  RefreshTokenRow,
  type SessionEndReason,
  type SessionKind,
  SessionProofRow,
  SessionRow,
} from '../session.entity';

/** A session and until when it lasts at most. */
export interface Session {
  id: string;
  expiresAt: Date;
}

/** How a session begins. */
export interface NewSession {
  kind: SessionKind;
  /** The network that it is begun from. */
  network: string;
}

/** A session that goes on, as its person sees it. */
export interface GoingSession {
  id: string;
  kind: SessionKind;
  started_at: Date;
  last_used_at: Date | null;
  expires_at: Date;
  network: string | null;
}

/** A refresh token as it is found, with what became of it and of its session. */
export interface FoundToken {
  session_expires_at: Date;
  expires_at: Date;
  rotated: boolean;
  session_ended: boolean;
}

/** Every statement about the sessions of the viewer's own organization. */
@Injectable()
export class SessionsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Begins a session of the acting person. */
  async begin({ kind, network }: NewSession): Promise<Session> {
    const { at, person: accountId, viewer, manager } = this.transaction;
    await this.transaction.query('SELECT app.forget_sessions($1)', [at]);
    const expiresAt = new Date(at.getTime() + SESSION_LIFE.whole);
    const id = newId();
    const { organizationId } = viewer;
    const row = { id, organizationId, accountId, startedAt: at, expiresAt, kind, network };
    await manager.insert(SessionRow, row);
    return { id, expiresAt };
  }

  /** @returns until when the token is good */
  async addToken(session: Session, tokenSha256: Buffer): Promise<Date> {
    const { at: issuedAt, manager } = this.transaction;
    const expiresAt = new Date(refreshableUntil(issuedAt.getTime(), session.expiresAt.getTime()));
    await manager.insert(RefreshTokenRow, { tokenSha256, sessionId: session.id, issuedAt, expiresAt });
    return expiresAt;
  }

  /** A page of the sessions of a person that go on: not ended, and not unused for so long that nothing goes on with them. */
  page(accountId: string, after: string, limit: number): Promise<GoingSession[]> {
    const { at } = this.transaction;
    return this.transaction.query(
      `SELECT s.id, s.kind, s.started_at, s.expires_at, s.network, used.at AS last_used_at
       FROM session s CROSS JOIN LATERAL (SELECT greatest(
         (SELECT u.last_used_at FROM session_use u WHERE u.session_id = s.id),
         (SELECT max(t.issued_at) FROM refresh_token t WHERE t.session_id = s.id AND t.issued_at > s.started_at)
       ) AS at) used
       WHERE s.account_id = $1 AND s.organization_id = app.viewer_org() AND s.expires_at > $2 AND s.id > $3
         AND NOT EXISTS (SELECT 1 FROM session_end e WHERE e.session_id = s.id)
         AND greatest(s.started_at, used.at) > $4
       ORDER BY s.id LIMIT $5`,
      [accountId, at, after, new Date(at.getTime() - SESSION_LIFE.idle), limit],
    );
  }

  async addProof(sessionId: string): Promise<void> {
    const { at, manager } = this.transaction;
    await manager
      .createQueryBuilder()
      .insert()
      .into(SessionProofRow)
      .values({ sessionId, at })
      .orIgnore()
      .execute();
  }

  findToken(tokenSha256: Buffer): Promise<FoundToken | undefined> {
    return this.transaction.one(
      `SELECT t.expires_at, s.expires_at AS session_expires_at, r.at IS NOT NULL AS rotated,
              e.at IS NOT NULL AS session_ended
       FROM refresh_token t JOIN session s ON s.id = t.session_id
       LEFT JOIN refresh_rotation r ON r.token_sha256 = t.token_sha256
       LEFT JOIN session_end e ON e.session_id = s.id
       WHERE t.token_sha256 = $1`,
      [tokenSha256],
    );
  }

  async rotate(tokenSha256: Buffer): Promise<void> {
    await this.transaction.manager.insert(RefreshRotationRow, { tokenSha256, at: this.transaction.at });
  }

  /**
   * Ends the sessions of an account that go on.
   * @param which one of them alone, or all but one
   * @returns how many there were
   */
  async end(
    accountId: string,
    reason: SessionEndReason,
    which: { only?: string; except?: string } = {},
  ): Promise<number> {
    const { at, viewer } = this.transaction;
    const ended = await this.transaction.query(
      `INSERT INTO session_end (session_id, at, reason, recorded_by)
       SELECT s.id, $2, $3, $4 FROM session s
       WHERE s.account_id = $1 AND s.organization_id = app.viewer_org() AND s.expires_at > $2
         AND ($5::uuid IS NULL OR s.id = $5) AND ($6::uuid IS NULL OR s.id <> $6)
       ON CONFLICT DO NOTHING RETURNING session_id`,
      [accountId, at, reason, viewer.personId ?? null, which.only ?? null, which.except ?? null],
    );
    return ended.length;
  }
}
