import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '../platform/if-given';
import { ClausedTerms } from './clauses.dto';

/** What keeps the cooperation alive, and how it ends; days are of 24 hours. */
export class UpkeepTerms extends ClausedTerms {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 3650,
    description:
      'Whoever wants the agreement to end gives notice so many days before, of 24 hours each; it then ends in no other way but by expiry',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(3650)
  notice_days?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 366,
    description: 'How often the parties verify their contacts, in days of 24 hours',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(366)
  contact_verification_days?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1830,
    description: 'How often the joint committee meets, in days of 24 hours',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(1830)
  meetings_days?: number;
}
