import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { PageQuery } from '../../platform/paging';
import { IsInstantOrDate } from '../instant';

const SIDES = ['asked', 'received'] as const;

export class ListRoundsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: SIDES,
    default: 'received',
    description: 'Those that your organization was asked, or those that it asked',
  })
  @IsOptional()
  @IsIn(SIDES)
  side: (typeof SIDES)[number] = 'received';
}

export class AskRoundBody {
  @ApiProperty({ description: 'Handle of whose contacts are to be verified; your own without an agreement' })
  @IsString()
  @Length(2, 40)
  organization: string;

  @ApiPropertyOptional({
    description: 'Reference of the agreement whose terms say how often contacts are verified; for a partner',
    example: 'PK-CN-2026',
  })
  @IfGiven()
  @IsString()
  @Length(3, 60)
  agreement?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'By default in 30 days; at most 366 days ahead',
  })
  @IfGiven()
  @IsInstantOrDate()
  due_at?: string;
}
