import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, ValidateNested } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import {
  APPROVAL_LEVELS,
  type ApprovalLevel,
  SEVERITIES,
  type Severity,
  type Tlp,
  TLP_LABELS,
} from '../disclosure';
import { IfGiven } from '../platform/if-given';
import { IsObjectList } from '../platform/is-object-list';

/** What needs an approval of a level. */
export class ApprovalDto {
  @ApiPropertyOptional({
    enum: TLP_LABELS,
    description: 'What is marked so or narrower; left out, whatever it is',
  })
  @IfGiven()
  @IsIn(TLP_LABELS)
  tlp?: Tlp;

  @ApiPropertyOptional({
    enum: SEVERITIES,
    description: 'And is as severe as this or more, or of unknown severity',
  })
  @IfGiven()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @ApiProperty({
    enum: APPROVAL_LEVELS,
    description:
      '`none` and `four_eyes` need no more than every release: a releaser who is no author. `duty_officer` and `ministry` need an approval of their own',
  })
  @IsIn(APPROVAL_LEVELS)
  needs: ApprovalLevel;
}

const MOST = 30;

/** Rows of who has to approve what, one for each label and severity. */
export const AreApprovals = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: [ApprovalDto],
      minItems: 1,
      maxItems: MOST,
      description:
        'Who has to approve what before it goes: of the rows that an item is of, the highest. What no row is of needs a second person, as everything does',
    }),
    IfGiven(),
    IsArray(),
    ArrayNotEmpty(),
    ArrayMaxSize(MOST),
    IsObjectList(),
    ArrayUnique((one: ApprovalDto | undefined) => `${one?.tlp ?? ''} ${one?.severity ?? ''}`, {
      message: 'release_approval must have one row for each label and severity',
    }),
    ValidateNested({ each: true }),
    Type(() => ApprovalDto),
  );
