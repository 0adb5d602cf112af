import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock';
import { isUuid } from '../../platform/ids';
import { SECRET } from '../../platform/secret';
import type { Viewer } from '../../platform/viewer';
import { ActingStore } from '../acting.store';
import { LastUse } from './last-use';
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type TokenClaims, tokenKey } from '../sign-in/access-tokens';

/** A person's access token. Whether its session goes on, who the person is and may do now is asked on every request. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(SECRET) secret: string,
    private readonly acting: ActingStore,
    private readonly clock: Clock,
    private readonly lastUse: LastUse,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A key object, which its types do not know: bytes would be tried as a public key on each request.
      secretOrKey: tokenKey(secret) as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      // The library can only ask the machine's clock; `validate` asks the application's.
      ignoreExpiration: true,
    });
  }

  async validate({ sub, sid, exp }: Partial<TokenClaims>): Promise<Viewer | undefined> {
    const now = this.clock.now();
    if (typeof exp !== 'number' || exp * 1000 <= now.getTime()) return undefined;
    if (typeof sub !== 'string' || typeof sid !== 'string' || !isUuid(sub) || !isUuid(sid)) return undefined;
    const viewer = await this.acting.inSession(sid, sub);
    if (viewer?.provedAt) await this.lastUse.noteSession(sid, now);
    return viewer;
  }
}
