import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, ValidateNested } from 'class-validator';
import { type Tlp, TLP_LABELS } from '../disclosure';
import { IfGiven } from '../platform/if-given';
import { IsPlainObject } from './input-checks';

/** What one person may let go alone. */
export class EmergencyReleaseDto {
  @ApiProperty({ enum: TLP_LABELS, description: 'The narrowest marking that may go so' })
  @IsIn(TLP_LABELS)
  up_to: Tlp;
}

/** Up to which marking one person may release alone in an emergency, left out where nothing. */
export const IsEmergencyRelease = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: EmergencyReleaseDto,
      description:
        'What one person may release alone in an emergency, who may be its author; another has to review it within 24 hours. Left out: nothing',
    }),
    IfGiven(),
    IsPlainObject(),
    ValidateNested(),
    Type(() => EmergencyReleaseDto),
  );
