import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { SECRET } from '../../platform/secret';

const NONCE = 12;
const TAG = 16;

/**
 * Keeps the secrets of second factors encrypted (AES-256-GCM), each bound to its account: who reads the table, or
 * copies a row to another account, has nothing.
 */
@Injectable()
export class TotpSecrets {
  private readonly key: Buffer;
  constructor(@Inject(SECRET) secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'accord second factor', 32));
  }

  seal(secret: Uint8Array, accountId: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(accountId));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** @returns undefined for what was sealed for another account or with another secret of the installation */
  open(sealed: Buffer, accountId: string): Buffer | undefined {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(accountId)).setAuthTag(sealed.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    } catch {
      return undefined;
    }
  }
}
