import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createSecretKey, hkdfSync, type KeyObject, randomUUID } from 'node:crypto';
import { Clock } from '../../platform/clock';

/** How long an access token is good for, in seconds. */
export const TOKEN_LIFE = 900;
export const TOKEN_ISSUER = 'accord';
export const TOKEN_AUDIENCE = 'accord web api';

/** What a token says: whose it is, of which session and since when, never what that person may do. */
export interface TokenClaims {
  sub: string;
  /** The session that the token belongs to; the token ends with it. */
  sid: string;
  jti: string;
  iat: number;
  exp: number;
}

/** The key that signs access tokens, derived from the installation's secret for this purpose alone. */
export const tokenKey = (secret: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'accord access token', 32)));

/** Issues access tokens; the JWT strategy accepts them. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** A token for an account's session, good for `TOKEN_LIFE` seconds by the application's clock. */
  issue(accountId: string, sessionId: string): string {
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const exp = iat + TOKEN_LIFE;
    const claims: TokenClaims = { sub: accountId, sid: sessionId, jti: randomUUID(), iat, exp };
    return this.jwt.sign(claims, { algorithm: 'HS256', issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE });
  }
}
