import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashToken } from '../credentials/one-time-token';
import { judgeRefresh } from '../rules/session-life';
import type { RefreshBody, TokensView } from './sessions.dto';
import { Administration } from '../people/administration';
import { Sessions } from './sessions';
import { type FoundToken, SessionsStore } from './sessions.store';

const refused = () =>
  new Refusal('refresh/refused', 401, 'The session is over. Sign in again.', [], {
    'WWW-Authenticate': 'Bearer realm="accord"',
  });

@Injectable()
export class RefreshSession {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: SessionsStore,
    private readonly sessions: Sessions,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Exchanges a refresh token for new tokens of the same session. Of many that come at once with the same token one
   * is first; the others are refused as what they cannot be told from, a thief, and the session ends.
   * @throws Refusal 401, the same for a token that is unknown, used, expired, or of a session that is over
   */
  async run({ refresh_token }: RefreshBody): Promise<TokensView> {
    const { sessionId } = this.transaction.viewer;
    if (!sessionId) throw refused();
    await this.transaction.lock(`session:${sessionId}`);
    const hash = hashToken(refresh_token);
    const found = await this.store.findToken(hash);
    if (!found) throw refused();
    const verdict = judgeRefresh(stateOf(found), this.transaction.at.getTime());
    if (verdict === 'end') throw await this.endAsStolen(sessionId);
    if (verdict === 'refuse') throw refused();
    await this.store.rotate(hash);
    return this.sessions.tokensFor({ id: sessionId, expiresAt: found.session_expires_at });
  }

  private async endAsStolen(sessionId: string): Promise<Refusal> {
    const { person } = this.transaction;
    await this.administration.wait();
    await this.store.end(person, 'refresh-reused', { only: sessionId });
    await this.record.appendToOwnHouse('session/refresh-reused', { person, session: sessionId });
    return Object.assign(refused(), { recorded: true });
  }
}

const stateOf = ({ rotated, session_ended, expires_at, session_expires_at }: FoundToken) => ({
  rotated,
  sessionEnded: session_ended,
  expiresAt: expires_at.getTime(),
  sessionExpiresAt: session_expires_at.getTime(),
});
