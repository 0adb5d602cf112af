import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { PageQuery, RSIT_CODES, SEVERITIES, type Severity, TLP_LABELS } from '../../disclosure';
import { IfGiven, IsVersionNumber, Text } from '../input';

export class NoteBody {
  @ApiProperty({ minLength: 1, maxLength: 20_000, description: 'For your own organization alone' })
  @Text(1, 20_000)
  note: string;
}

export class ReleaseCaseBody {
  @ApiProperty({ minimum: 1, description: 'The version you have read; only the latest is released' })
  @IsVersionNumber()
  version: number;

  @ApiPropertyOptional({ default: false, description: 'Whether everybody may read it; CLEAR only' })
  @IfGiven()
  @IsBoolean()
  public?: boolean;
}

export class WithdrawCaseBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Kept for you; nobody else reads it' })
  @Text(3, 2000)
  reason: string;
}

export const OWN_LABELS = [...TLP_LABELS, 'unlabelled'] as const;
export type OwnLabel = (typeof OWN_LABELS)[number];

export const SCOPES = ['received', 'own'] as const;

export class ListIncidentsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: SCOPES,
    default: 'received',
    description: '`received`: what others share with your team. `own`: the cases of your organization.',
  })
  @IfGiven()
  @IsIn(SCOPES)
  scope?: (typeof SCOPES)[number];

  @ApiPropertyOptional({ enum: OWN_LABELS, description: 'With scope `own` only' })
  @IfGiven()
  @IsIn(OWN_LABELS)
  tlp?: OwnLabel;

  @ApiPropertyOptional({ description: 'An RSIT code; with scope `own` only', example: 'fraud/phishing' })
  @IfGiven()
  @IsIn(RSIT_CODES, { message: 'category must be an RSIT 1.3 code as class/type' })
  category?: string;

  @ApiPropertyOptional({ enum: SEVERITIES, description: 'With scope `own` only' })
  @IfGiven()
  @IsIn(SEVERITIES)
  severity?: Severity;
}
