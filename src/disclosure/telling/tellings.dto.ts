import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import { Text } from '../../platform/text';
import { INFORMATION_TYPES, type InformationType, type Tlp, TLP_LABELS } from '../rules/vocabulary';
import { type WayOfTelling, WAYS_OF_TELLING } from '../rules/telling';

const ONE_LINE = /^\P{Cc}*$/u;

/** To whom, what, how and when. */
export class RecordTellingBody {
  @ApiProperty({ description: 'Handle of the team that was told', example: 'cncert' })
  @IsString()
  @Length(2, 40)
  to: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Account of a duty officer of the team whom your organization named, verified or may name',
  })
  @IfGiven()
  @IsUUID()
  person?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Who it was, of anybody else of the team' })
  @IfGiven()
  @Text(1, 200)
  @Matches(ONE_LINE, { message: 'person_name must be one line without control characters' })
  person_name?: string;

  @ApiPropertyOptional({
    description: 'Your own id of an advisory or incident, or a reference of it',
    example: 'PK-7QX4-M2F9-3',
  })
  @IfGiven()
  @IsString()
  @Length(1, 40)
  item?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 1_000_000,
    description: 'Of the item; by default the latest that was released when it was told, or else the latest',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;

  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 2000,
    description: 'What was told, where it is filed nowhere; your side alone reads it',
  })
  @IfGiven()
  @Text(3, 2000)
  about?: string;

  @ApiPropertyOptional({ enum: TLP_LABELS, description: 'Required with `about`, and of nothing else' })
  @IfGiven()
  @IsIn(TLP_LABELS)
  tlp?: Tlp;

  @ApiPropertyOptional({ enum: INFORMATION_TYPES, description: 'With `about`' })
  @IfGiven()
  @IsIn(INFORMATION_TYPES)
  information_type?: InformationType;

  @ApiProperty({
    enum: WAYS_OF_TELLING,
    description:
      'What is spoken is judged as the channel `voice`, what goes by encrypted mail as `mail`; a `message` is no channel that terms name, and passes only where they allow any',
  })
  @IsIn(WAYS_OF_TELLING)
  how: WayOfTelling;

  @ApiPropertyOptional({
    description:
      'That the line, the room or the message is known to have been encrypted or closed to others; what is not said is not known. Mail is encrypted, or a message',
  })
  @IfGiven()
  @IsBoolean()
  encrypted?: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was told, with a zone; not in the future, and not before the version was made',
  })
  @IsInstant()
  told_at: string;
}

export class CorrectTellingBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'What was wrong; your side alone reads it' })
  @Text(3, 2000)
  text: string;

  @ApiProperty({ description: 'Whether it was not told at all, which the other side reads' })
  @IsBoolean()
  not_told: boolean;
}

export class ListTellingsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Your own id of an item, or a reference of it' })
  @IfGiven()
  @IsString()
  @Length(1, 40)
  item?: string;

  @ApiPropertyOptional({ description: 'Handle of a team' })
  @IfGiven()
  @IsString()
  @Length(2, 40)
  team?: string;
}
