import { ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../platform/if-given';
import { IsIn } from 'class-validator';
import { SEVERITIES, type Severity } from '../disclosure';

export class SeverityBoundsDto {
  @ApiPropertyOptional({ enum: SEVERITIES, description: 'This severity and above' })
  @IfGiven()
  @IsIn(SEVERITIES)
  least?: Severity;

  @ApiPropertyOptional({ enum: SEVERITIES, description: 'This severity and below' })
  @IfGiven()
  @IsIn(SEVERITIES)
  most?: Severity;
}
