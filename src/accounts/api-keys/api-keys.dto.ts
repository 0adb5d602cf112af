import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';
import { IsInstant } from '../../platform/instant';
import type { Page } from '../paging';
import { LONGEST_LIFE } from '../rules/key-lifetime';
import type { ApiKey } from './api-keys.store';

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
}

/** A key as its own organization sees it; the prefix tells which one a system uses. */
export class ApiKeyView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Feed collector' }) name: string;
  @ApiProperty({ example: 'k3m9x2pq7a', description: 'The part of the key that tells which one it is' })
  prefix: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ example: 'Nida Shah', description: 'Name of the administrator' }) created_by: string;
  @ApiProperty({ format: 'date-time' }) expires_at: string;
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

export function presentApiKey({ created_at, expires_at, revoked_at, ...rest }: ApiKey): ApiKeyView {
  return {
    ...rest,
    created_at: created_at.toISOString(),
    expires_at: expires_at.toISOString(),
    revoked_at: revoked_at?.toISOString() ?? null,
  };
}

export const presentApiKeys = ({ rows, next }: Page<ApiKey>): ApiKeyPage => ({
  items: rows.map(presentApiKey),
  next,
});
