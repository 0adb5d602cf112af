import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Strategy } from 'passport-custom';
import type { Viewer } from '../../platform/viewer';
import { ActingStore } from '../acting.store';
import { bearerOf } from './bearer';
import { hashSecret, readKey } from './key-format';

/** The API key of a partner's system, which acts for its organization and for no person. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  constructor(private readonly acting: ActingStore) {
    super();
  }

  async validate(request: Request): Promise<Viewer | undefined> {
    const presented = readKey(bearerOf(request) ?? '');
    if (!presented) return undefined;
    const key = await this.acting.keyOf(presented.prefix);
    const hash = hashSecret(presented.secret);
    // An unknown prefix is compared as well, with what can never be a hash of the secret.
    if (!timingSafeEqual(hash, key?.secret_sha256 ?? Buffer.alloc(hash.length)) || !key) return undefined;
    return { organizationId: key.organization_id, apiKeyId: key.id, apiKeyName: key.name, roles: [] };
  }
}
