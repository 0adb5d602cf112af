import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsInstant } from '../../platform/instant';
import type { Page } from '../../platform/paging';
import { IsAddressRange } from '../credentials/address-ranges';
import { LONGEST_LIFE, LONGEST_OVERLAP } from '../rules/key-lifetime';
import { KEY_SCOPES, type KeyScope } from '../../platform/access';
import type { ApiKey } from './api-keys.store';

/** Left out, a field has its default; null is no way to leave it out. */
export class IssueApiKeyBody {
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Feed collector' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value))
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  /** At most 400 days ahead; nobody looks after a key that never ends. */
  @ApiProperty({
    format: 'date-time',
    example: '2027-01-31T00:00:00Z',
    description: `Ahead, by at most ${LONGEST_LIFE} days`,
  })
  @IsInstant()
  expires_at: string;

  @ApiPropertyOptional({
    enum: KEY_SCOPES,
    isArray: true,
    default: ['pull'],
    description:
      '`pull` reads what is shared with your organization, `report` files reports with your national CERT and reads them, `acknowledge` says that shared items have arrived, `witness` reads the signed heads of logs and cosigns them',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(KEY_SCOPES.length)
  @ArrayUnique()
  @IsIn(KEY_SCOPES, { each: true })
  scopes?: KeyScope[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    example: ['192.0.2.0/24', '2001:db8::/32'],
    description: 'From where it is accepted, in CIDR notation; without it, from everywhere',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsAddressRange()
  allowed_addresses?: string[];
}

export class RotateApiKeyBody {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: LONGEST_OVERLAP,
    example: 72,
    description: 'How many hours the old key is still good',
  })
  @IsInt()
  @Min(0)
  @Max(LONGEST_OVERLAP)
  overlap_hours: number;

  @ApiProperty({ format: 'date-time', description: `Of the new key; ahead, by at most ${LONGEST_LIFE} days` })
  @IsInstant()
  expires_at: string;
}

/** A key as its own organization sees it; the prefix tells which one a system uses. */
export class ApiKeyView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Feed collector' }) name: string;
  @ApiProperty({ example: 'k3m9x2pq7a', description: 'The part of the key that tells which one it is' })
  prefix: string;
  @ApiProperty({ enum: KEY_SCOPES, isArray: true }) scopes: string[];
  @ApiProperty({ type: [String], description: 'From where it is accepted; empty for everywhere' })
  allowed_addresses: string[];
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({
    example: 'Nida Shah',
    nullable: true,
    type: String,
    description: 'Name of the administrator; null if the operator issued it',
  })
  created_by: string | null;
  @ApiProperty({ format: 'date-time', description: 'As issued, or sooner once it has a successor' })
  expires_at: string;
  @ApiProperty({ description: 'Whether it is good and ends within 30 days' }) expires_soon: boolean;
  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'The key that succeeds it' })
  replaced_by: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'To the minute' })
  last_used_at: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'Null while it is good' })
  revoked_at: string | null;
}

/** The one answer that holds the whole key. */
export class IssuedApiKeyView extends ApiKeyView {
  @ApiProperty({ description: 'The whole key, to be sent as `Authorization: Bearer …`; never shown again' })
  key: string;
}

export class ApiKeyPage {
  @ApiProperty({ type: [ApiKeyView], description: 'Oldest first' }) items: ApiKeyView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export function presentApiKey({
  created_at,
  expires_at,
  revoked_at,
  last_used_at,
  ...rest
}: ApiKey): ApiKeyView {
  return {
    ...rest,
    created_at: created_at.toISOString(),
    expires_at: expires_at.toISOString(),
    revoked_at: revoked_at?.toISOString() ?? null,
    last_used_at: last_used_at?.toISOString() ?? null,
  };
}

export const presentApiKeys = ({ page, next }: Page<ApiKey>): ApiKeyPage => ({
  items: page.map(presentApiKey),
  next,
});
