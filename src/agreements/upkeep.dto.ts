import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '../platform/if-given';

/** What terms say to keep the cooperation alive. What is left out is not said. */
export class UpkeepDto {
  @ApiPropertyOptional({
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
