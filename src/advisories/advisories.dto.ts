import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { HandlingInput, PartInput, Parts } from '../disclosure';
import { CVE_ID, HTTPS_ADDRESS, IsLanguageTag, Line, MayBeLeftOut, Text } from './text-input';

const MAX_INT = 2_147_483_647;

export class ReferenceInput {
  @ApiProperty({ maxLength: 500, example: 'Notice of the vendor' }) @Line(500) summary: string;

  @ApiProperty({ format: 'uri', maxLength: 2000, example: 'https://vendor.example/notice' })
  @MaxLength(2000)
  @Matches(HTTPS_ADDRESS, { message: 'url must be an https address' })
  url: string;
}

/** What a drafted advisory may say besides title and summary. */
class AdvisoryTexts {
  @ApiPropertyOptional({ nullable: true, type: String, maxLength: 100_000 })
  @IsOptional()
  @Text(100_000)
  details?: string | null;

  @ApiPropertyOptional({ nullable: true, type: String, maxLength: 20_000 })
  @IsOptional()
  @Text(20_000)
  recommendation?: string | null;

  @ApiPropertyOptional({ type: [ReferenceInput] })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReferenceInput)
  references?: ReferenceInput[];

  @ApiPropertyOptional({ type: [String], example: ['CVE-2026-10001'] })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(CVE_ID, { each: true, message: 'cves must hold CVE ids, as CVE-2026-10001' })
  cves?: string[];

  @ApiPropertyOptional({ default: 'en', example: 'ur', description: 'Language of the texts (BCP 47)' })
  @MayBeLeftOut()
  @MaxLength(60)
  @IsLanguageTag()
  lang?: string;

  @ApiPropertyOptional({ type: HandlingInput })
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => HandlingInput)
  handling?: HandlingInput;
}

export class DraftAdvisoryBody extends AdvisoryTexts {
  @ApiProperty({ maxLength: 500 }) @Line(500) title: string;
  @ApiProperty({ maxLength: 20_000 }) @Text(20_000) summary: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The case of yours that it is drafted from' })
  @MayBeLeftOut()
  @IsUUID()
  from_case?: string;

  @ApiPropertyOptional({
    description:
      'An item that another team shares with yours and that this advisory holds, by the id or reference that it has for you. Unless it is CLEAR, the advisory goes on only as far as that team consents (D-17)',
    example: 'CN-7QX4-M2F9-3',
  })
  @MayBeLeftOut()
  @IsString()
  @Length(1, 40)
  derived_from?: string;

  @Parts('none')
  parts?: PartInput[];
}

/** What changes; each part that is left out stays as it was. */
export class ChangeAdvisoryBody extends AdvisoryTexts {
  @ApiProperty({ minimum: 1, description: 'The version that you have read and change' })
  @IsInt()
  @Min(1)
  @Max(MAX_INT)
  base: number;

  @ApiPropertyOptional({ maxLength: 500 }) @MayBeLeftOut() @Line(500) title?: string;
  @ApiPropertyOptional({ maxLength: 20_000 }) @MayBeLeftOut() @Text(20_000) summary?: string;

  @Parts('those of the base stay')
  parts?: PartInput[];
}

export class ReleaseAdvisoryBody {
  @ApiProperty({ minimum: 1, description: 'The version that you have read; only the latest is released' })
  @IsInt()
  @Min(1)
  @Max(MAX_INT)
  version: number;

  @ApiPropertyOptional({ default: false, description: 'To everybody; only what is CLEAR' })
  @MayBeLeftOut()
  @IsBoolean()
  public?: boolean;
}

export class WithdrawAdvisoryBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Kept in your log; partners do not get it' })
  @Text(2000)
  @Length(3, 2000)
  reason: string;
}

export class ImportQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Report what would happen, store nothing' })
  @MayBeLeftOut()
  @IsIn(['true', 'false'])
  dry_run?: 'true' | 'false';
}
