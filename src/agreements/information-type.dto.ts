import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { INFORMATION_TYPES, TLP_LABELS } from '../disclosure';

/** What of one type may go, and how it may be marked at most. */
export class InformationTypeDto {
  @ApiProperty({ enum: INFORMATION_TYPES })
  @IsIn(INFORMATION_TYPES)
  type: string;

  @ApiProperty({
    enum: TLP_LABELS,
    description: 'With RED too it is for named duty officers alone, whom the originator holds verified',
  })
  @IsIn(TLP_LABELS)
  tlp_ceiling: string;
}
