import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { Refusal } from './refusal';
import { SECRET } from './secret';

const invalid = () =>
  new Refusal('cursor/invalid', 400, 'The cursor is not one that was given to you for this request.', [
    {
      field: 'cursor',
      rule: 'cursor',
      message: 'use the cursor of the previous answer, with the same parameters',
    },
  ]);

/**
 * Cursors are sealed (AES-256-GCM) and bound to whom they were given and for what: a foreign, altered or
 * re-used cursor is refused, and none tells a position.
 */
@Injectable()
export class Cursors {
  private readonly key: Buffer;
  constructor(@Inject(SECRET) secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'accord cursor', 32));
  }

  /** @param binding who and what the cursor is for, as `team|route|filters` */
  seal(position: string, binding: string): string {
    // A nonce made from what is sealed: the same position gives the same cursor, so that ETags hold.
    const nonce = createHmac('sha256', this.key).update(`${binding}\n${position}`).digest().subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(binding));
    // Padded, so that the length does not tell how far a feed has come.
    const sealed = Buffer.concat([
      cipher.update(position.padEnd(40 * Math.ceil(position.length / 40))),
      cipher.final(),
    ]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws Refusal `cursor/invalid` */
  open(cursor: string, binding: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length < 29 || bytes.toString('base64url') !== cursor) throw invalid();
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12)).setAAD(
      Buffer.from(binding),
    );
    decipher.setAuthTag(bytes.subarray(-16));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
        .toString()
        .trimEnd();
    } catch {
      throw invalid();
    }
  }
}
