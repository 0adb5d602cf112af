import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { FORMER, type Former } from '../rules/succession';

/** The earlier agreement that a draft supersedes. */
export class SupersedesDto {
  @ApiProperty({ description: 'Its reference', example: 'PK-CN-2023' })
  @IsString()
  @Length(3, 60)
  agreement: string;

  @ApiPropertyOptional({
    enum: FORMER,
    default: 'ends',
    description:
      '`ends`: it ends when this one enters into force, if it is in force still. `runs_out`: both hold until its own end',
  })
  @IfGiven()
  @IsIn(FORMER)
  former?: Former;
}
