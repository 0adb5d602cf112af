import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Clock } from '../platform/clock';
import { SECRET } from '../platform/secret';
import { AccessTokens, type TokenClaims } from './sign-in/access-tokens';

/** How long a browser that asks for nothing stays signed in, in milliseconds: as long as a refresh token is good. */
const IDLE = 12 * 3_600_000;

/** What the cookie of a browser holds, sealed. */
interface Kept {
  sid: string;
  sub: string;
  /** When it was sealed, in milliseconds since 1970. */
  at: number;
  /** What forms send back, so that no other site can send them. */
  csrf: string;
}

/** A browser's session as the portal uses it. */
export interface BrowserSession {
  /** For the web API, made for this request. */
  readonly accessToken: string;
  readonly csrf: string;
  /** The cookie that goes on with the session. */
  readonly cookie: string;
}

const isKept = (value: unknown): value is Kept => {
  const { sid, sub, at, csrf } = (value ?? {}) as Partial<Kept>;
  return [sid, sub, csrf].every((text) => typeof text === 'string') && typeof at === 'number';
};

/**
 * Cookies of browsers that people are signed in with: sealed (AES-256-GCM), and good for nothing once the session has
 * ended, which every request asks. A browser holds no token of the web API.
 */
@Injectable()
export class BrowserSessions {
  private readonly key: Buffer;

  constructor(
    @Inject(SECRET) secret: string,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'accord browser session', 32));
  }

  /** @param accessToken of the session that has just begun @returns the cookie's value */
  begin(accessToken: string): string {
    const claims = JSON.parse(
      Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString(),
    ) as TokenClaims;
    const csrf = randomBytes(32).toString('base64url');
    return this.seal({ sid: claims.sid, sub: claims.sub, at: this.clock.now().getTime(), csrf });
  }

  /** @returns undefined for a cookie that is missing, altered or idle for too long */
  resume(cookie: string | undefined): BrowserSession | undefined {
    const kept = cookie === undefined ? undefined : this.open(cookie);
    const now = this.clock.now().getTime();
    if (!kept || kept.at > now || now - kept.at >= IDLE) return undefined;
    return {
      accessToken: this.tokens.issue(kept.sub, kept.sid),
      csrf: kept.csrf,
      cookie: this.seal({ ...kept, at: now }),
    };
  }

  private seal(kept: Kept): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(kept)), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  private open(cookie: string): Kept | undefined {
    const bytes = Buffer.from(cookie, 'base64url');
    if (bytes.length < 29) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString();
      const kept: unknown = JSON.parse(text);
      return isKept(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
