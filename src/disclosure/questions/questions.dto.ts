import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import { WholeNumber } from '../../platform/whole-number';
import { type Channel, CHANNELS, PERMITTED_PURPOSES, type Purpose } from '../rules/vocabulary';

const ITEM = /^[0-9A-Za-z-]{11,36}$/;
const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
const MOST = 1_000_000;
const NAMED = { description: 'Your own id of the item, or a reference of it', example: 'PK-7QX4-M2F9-3' };
const ITEM_FAULT = { message: 'item must be your own id of an item, or a reference of it' };

export class ExplainQuery {
  @ApiProperty(NAMED)
  @IsString()
  @Matches(ITEM, ITEM_FAULT)
  item: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST,
    description: 'By default the latest that is released, or else the latest',
  })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(MOST)
  version?: number;

  @ApiProperty({ description: 'Handle of the team; `public` for everybody', example: 'cncert' })
  @IsString()
  @Matches(HANDLE, { message: 'team must be the handle of an organization, or `public`' })
  team: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'Account of a duty officer of the team whom your organization named, verified or may name: what she may see, RED included',
  })
  @IsOptional()
  @IsUUID()
  person?: string;

  @ApiPropertyOptional({
    enum: CHANNELS,
    description: 'By which channel it would be asked for; without one the question is about none',
  })
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @ApiPropertyOptional({
    enum: PERMITTED_PURPOSES,
    description: 'What the request would say it is for; without one it says nothing',
  })
  @IsOptional()
  @IsIn(PERMITTED_PURPOSES)
  purpose?: Purpose;
}

export class ReplayQuery extends ExplainQuery {
  @ApiProperty({ format: 'date-time', description: 'The instant of which is asked; not in the future' })
  @IsInstant()
  at: string;
}

export class PreviewQuery extends PageQuery {
  @ApiProperty(NAMED)
  @IsString()
  @Matches(ITEM, ITEM_FAULT)
  item: string;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST, description: 'By default the latest' })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(MOST)
  version?: number;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Whether it would be released to everybody',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  public?: 'true' | 'false';

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Whether one person alone would release it in an emergency: only to whose terms allow it',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  emergency?: 'true' | 'false';
}
