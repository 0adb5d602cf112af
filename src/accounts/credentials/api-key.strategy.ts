import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Strategy } from 'passport-custom';
import type { Viewer } from '../../platform/viewer';
import { ActingStore } from '../acting.store';
import { Clock } from '../../platform/clock';
import { isAllowed } from './address-ranges';
import { hashSecret, readKey } from './key-format';
import { LastUse } from './last-use';
import { presentedBy } from './presented';

/** The API key of a partner's system, which acts for its organization and for no person. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  constructor(
    private readonly acting: ActingStore,
    private readonly lastUse: LastUse,
    private readonly clock: Clock,
  ) {
    super();
  }

  async validate(request: Request): Promise<Viewer | undefined> {
    const presented = readKey(presentedBy(request) ?? '');
    if (!presented) return undefined;
    const key = await this.acting.keyOf(presented.prefix);
    const hash = hashSecret(presented.secret);
    // An unknown prefix is compared as well, with what can never be a hash of the secret.
    if (!timingSafeEqual(hash, key?.secret_sha256 ?? Buffer.alloc(hash.length)) || !key) return undefined;
    // Not told apart from a key that is not good: where a found key would work is nobody's business.
    if (!isAllowed(request.ip ?? '', key.allowed_ranges)) return undefined;
    await this.lastUse.noteKey(key.id, this.clock.now());
    return {
      organizationId: key.organization_id,
      apiKeyId: key.id,
      apiKeyName: key.name,
      apiKeyScopes: key.scopes,
      roles: [],
    };
  }
}
