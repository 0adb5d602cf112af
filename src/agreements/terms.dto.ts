import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsObjectList } from '../platform/is-object-list';
import { IfGiven } from '../platform/if-given';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  AMBER_REACHES,
  type Channel,
  CHANNELS,
  type Need,
  NEEDS,
  type Nexus,
  NEXUSES,
  type Pap,
  PAP_LEVELS,
  PERSONAL_DATA,
  type PersonalData,
  SECTORS,
  SOURCE_ATTRIBUTION,
  type SourceAttribution,
  VICTIM_IDENTITY,
  type VictimIdentity,
} from '../disclosure';
import {
  anyOrList,
  type AmberReachInput,
  IsAmberReach,
  IsAnyOrListOf,
  IsCategoryList,
  IsPlainObject,
  IsReachBack,
  IsSeverityBounds,
} from './input-checks';
import { ApprovalDto, AreApprovals } from './approval.dto';
import { Composed } from './composed';
import { EmergencyReleaseDto, IsEmergencyRelease } from './emergency-release.dto';
import { EntryConditionDto } from './entry-condition.dto';
import { FurtherTermsDto } from './further-terms.dto';
import { InformationTypeDto } from './information-type.dto';
import { IsInstantOrDate } from './instant';
import { ObligationsDto } from './obligations.dto';
import { SeverityBoundsDto } from './severity-bounds.dto';
import { UpkeepTerms } from './upkeep.dto';

@ApiExtraModels(SeverityBoundsDto)
export class GrantDto extends FurtherTermsDto {
  @ApiProperty({ description: 'Handle of the operating CERT that lets go', example: 'pkcert' })
  @IsString()
  @Length(2, 40)
  from: string;

  @ApiProperty({ description: 'Handle of the operating CERT that receives', example: 'cncert' })
  @IsString()
  @Length(2, 40)
  to: string;

  @ApiProperty({ description: 'Clause of the signed text', example: 'Art. 4(1)' })
  @Composed()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'clause must not be blank' })
  clause: string;

  @ApiProperty({ type: [InformationTypeDto], minItems: 1 })
  @IsArray()
  @ArrayNotEmpty()
  @IsObjectList()
  @ArrayUnique((one: InformationTypeDto | undefined) => one?.type, {
    message: 'information_types must name each type once',
  })
  @ValidateNested({ each: true })
  @Type(() => InformationTypeDto)
  information_types: InformationTypeDto[];

  @ApiProperty({
    ...anyOrList('malicious-code/c2-server'),
    description: 'RSIT codes, a class alone for all its types, and national codes as `cn:scheme#code`',
  })
  @IsCategoryList()
  categories: 'any' | string[];

  @ApiProperty(anyOrList('energy'))
  @IsAnyOrListOf(SECTORS)
  sectors: 'any' | string[];

  @ApiPropertyOptional({
    oneOf: [{ type: 'string', enum: ['any'] }, { $ref: getSchemaPath(SeverityBoundsDto) }],
    default: 'any',
    description: 'Bounds of the normalised severity, both included, or `any`',
  })
  @IfGiven()
  @IsSeverityBounds()
  severity?: 'any' | SeverityBoundsDto;

  @ApiPropertyOptional({
    enum: NEXUSES,
    default: 'any',
    description: 'Whose country an item has to affect: that of the originator, of the recipient, of either',
  })
  @IfGiven()
  @IsIn(NEXUSES)
  nexus?: Nexus;

  @ApiPropertyOptional({
    enum: ['any', ...PAP_LEVELS],
    default: 'any',
    description: 'The narrowest PAP (Permissible Actions Protocol) that may go',
  })
  @IfGiven()
  @IsIn(['any', ...PAP_LEVELS])
  pap_ceiling?: 'any' | Pap;

  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: ['any'] },
      { type: 'array', items: { type: 'string', enum: [...CHANNELS] }, minItems: 1 },
    ],
    default: 'any',
    description: 'By which channels it may leave; `mail` is encrypted',
  })
  @IfGiven()
  @IsAnyOrListOf(CHANNELS)
  channels?: 'any' | Channel[];

  @ApiPropertyOptional({
    enum: VICTIM_IDENTITY,
    default: 'omit',
    description: 'What becomes of parts that tell who a victim is',
  })
  @IfGiven()
  @IsIn(VICTIM_IDENTITY)
  victim_identity?: VictimIdentity;

  @ApiPropertyOptional({
    enum: SOURCE_ATTRIBUTION,
    default: 'must_not',
    description: 'Whether a source is named; with `must` an item goes with it or not at all',
  })
  @IfGiven()
  @IsIn(SOURCE_ATTRIBUTION)
  source_attribution?: SourceAttribution;

  @ApiPropertyOptional({
    enum: PERSONAL_DATA,
    default: 'none',
    description: 'What becomes of parts with personal data: the clause is the basis on which they go in full',
  })
  @IfGiven()
  @IsIn(PERSONAL_DATA)
  personal_data?: PersonalData;

  @ApiPropertyOptional({
    enum: NEEDS,
    default: 'push',
    description: 'Whether it lets go what nobody asked for; `on_request` needs an open request',
  })
  @IfGiven()
  @IsIn(NEEDS)
  need?: Need;

  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: [...AMBER_REACHES] },
      { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 200 },
    ],
    default: 'own_organisation',
    description:
      'What AMBER means for the recipient: its own organisation, all of its constituents, or those of this list of handles. Constituents get only what the recipient passes on to them',
  })
  @IfGiven()
  @IsAmberReach()
  amber_reach?: AmberReachInput;

  @AreApprovals()
  release_approval?: ApprovalDto[];

  @IsEmergencyRelease()
  emergency_release?: EmergencyReleaseDto;

  @ApiPropertyOptional({
    type: ObligationsDto,
    description: 'What the recipient is obliged to, beyond the marking',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => ObligationsDto)
  obligations?: ObligationsDto;

  @ApiProperty({
    description: 'What was released before: `none`, `all`, or what came after a date or instant',
    example: 'none',
  })
  @IsReachBack()
  reach_back: string;
}

export class TermsDto extends UpkeepTerms {
  @ApiProperty({ type: [GrantDto] })
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(200)
  @IsObjectList()
  @ValidateNested({ each: true })
  @Type(() => GrantDto)
  grants: GrantDto[];

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IfGiven()
  @IsInstantOrDate()
  expires_at?: string;

  @ApiPropertyOptional({ type: EntryConditionDto })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => EntryConditionDto)
  entry_condition?: EntryConditionDto;

  @ApiPropertyOptional({ enum: ['allowed', 'none'], default: 'none' })
  @IfGiven()
  @IsIn(['allowed', 'none'])
  corrections?: 'allowed' | 'none';
}
