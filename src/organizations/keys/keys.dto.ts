import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';
import { KEY_WARNINGS, type KeyWarning, keyWarnings, LONGEST_KEY } from '../rules/key-warnings';
import type { OrganizationKey } from './keys.store';

const MAYBE_TEXT = { nullable: true, type: String } as const;

export class AddOpenPgpKeyBody {
  @ApiProperty({ maxLength: LONGEST_KEY, description: 'One armored public key (RFC 9580)' })
  @IsString()
  @IsNotEmpty()
  armored: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The contact whose key it is; left out, the team’s' })
  @IsOptional()
  @IsUUID()
  contact?: string;
}

/** An OpenPGP key, and what is to be known before it is used. */
export class OpenPgpKeyView {
  @ApiProperty({ example: '0123456789ABCDEF0123456789ABCDEF01234567' }) fingerprint: string;
  @ApiProperty({ type: [String], example: ['PKCERT <team@pkcert.example>'] }) user_ids: string[];
  @ApiProperty({ example: 'rsaEncryptSign 3072' }) algorithm: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ ...MAYBE_TEXT, format: 'date-time', description: 'Null where it does not expire' })
  expires_at: string | null;
  @ApiProperty({
    ...MAYBE_TEXT,
    format: 'uuid',
    description: 'The contact whose key it is; null: the team’s',
  })
  contact: string | null;
  @ApiProperty({
    enum: KEY_WARNINGS,
    isArray: true,
    description:
      '`weak-rsa`: below 3072 bits; `sha-1`: it signed itself with SHA-1; `expires-soon`: within 60 days; ' +
      '`user-id-mismatch`: no user id has the e-mail address of a contact',
  })
  warnings: KeyWarning[];
  @ApiProperty({ format: 'date-time' }) added_at: string;
}

export class OpenPgpKeyList {
  @ApiProperty({ type: [OpenPgpKeyView], description: 'The newest first' }) items: OpenPgpKeyView[];
}

/** @param addresses the e-mail addresses of the organization's contacts */
export const presentKey = (key: OrganizationKey, addresses: readonly string[], at: Date): OpenPgpKeyView => ({
  fingerprint: key.fingerprint,
  user_ids: key.user_ids,
  algorithm: key.algorithm,
  created_at: key.created_at.toISOString(),
  expires_at: key.expires_at?.toISOString() ?? null,
  contact: key.contact_id,
  warnings: keyWarnings(key, addresses, at),
  added_at: key.at.toISOString(),
});
