import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { hashToken, makeToken } from '../credentials/one-time-token';
import { AccessTokens, TOKEN_LIFE } from '../sign-in/access-tokens';
import { type NewSession, type Session, SessionsStore } from './sessions.store';
import type { TokensView } from './sessions.dto';

/** Gives a session its tokens: one to act with, one to go on with. */
@Injectable()
export class Sessions {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: SessionsStore,
    private readonly tokens: AccessTokens,
  ) {}

  /** Begins a session of the acting person, who has just proved who she is. */
  async begin(how: NewSession): Promise<TokensView> {
    return this.tokensFor(await this.store.begin(how));
  }

  /** New tokens of a session of the acting person. The refresh token is in this answer and nowhere else. */
  async tokensFor(session: Session): Promise<TokensView> {
    const refresh_token = makeToken('refresh');
    const until = await this.store.addToken(session, hashToken(refresh_token));
    return {
      access_token: this.tokens.issue(this.transaction.person, session.id),
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE,
      refresh_token,
      refresh_token_expires_at: until.toISOString(),
    };
  }
}
