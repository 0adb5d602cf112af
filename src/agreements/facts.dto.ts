import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IfGiven } from '../platform/if-given';
import { IsString, Length, Matches } from 'class-validator';
import { IsInstantOrDate } from './instant';
import { Composed } from './composed';

/** Evidence may accompany any fact. */
class EvidenceBody {
  @ApiPropertyOptional({ description: 'SHA-256 of the evidence, in hex' })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'evidence_sha256 must be a SHA-256 in lower-case hex' })
  evidence_sha256?: string;
}

/** What may accompany most facts. */
export class FactBody extends EvidenceBody {
  @ApiPropertyOptional({ minLength: 3, maxLength: 2000 })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason?: string;
}

/** Approval or signature: one's own, or another party's of the same country, then with evidence and a second person. */
export class ConsentBody extends FactBody {
  @ApiPropertyOptional({ description: 'Handle of the party; by default one’s own organization' })
  @IfGiven()
  @IsString()
  @Length(2, 40)
  party?: string;

  @ApiPropertyOptional({ description: 'When it happened; by default now', type: String, format: 'date-time' })
  @IfGiven()
  @IsInstantOrDate()
  effective_at?: string;

  @ApiPropertyOptional({ example: 'Federal Cabinet of Pakistan' })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: 'on_behalf_of must not be blank' })
  on_behalf_of?: string;
}

export class SignatureBody extends ConsentBody {
  @ApiPropertyOptional({
    description: 'Who put her name to it',
    example: 'Minister of Information Technology',
  })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: 'signed_by must not be blank' })
  signed_by?: string;
}

/** A rejection: of one's own, or of another party of the same country; the others are told why. */
export class RejectionBody extends OmitType(ConsentBody, ['reason'] as const) {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'For the parties' })
  @Composed()
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}

export class EntryIntoForceBody extends FactBody {
  @ApiPropertyOptional({
    description: 'Now, which is the default, or later',
    type: String,
    format: 'date-time',
  })
  @IfGiven()
  @IsInstantOrDate()
  effective_at?: string;
}

export class NoticeBody extends FactBody {
  @ApiPropertyOptional({
    description: 'When notice was given; by default now. Earlier than now it needs evidence',
    type: String,
    format: 'date-time',
  })
  @IfGiven()
  @IsInstantOrDate()
  given_at?: string;

  @ApiPropertyOptional({
    description:
      'When the agreement ends; by default at the end of the period of notice, and not before that. Terms without such a period need it',
    type: String,
    format: 'date-time',
  })
  @IfGiven()
  @IsInstantOrDate()
  effective_at?: string;
}

export class EndBody extends EvidenceBody {
  @ApiProperty({ minLength: 3, maxLength: 2000 })
  @Composed()
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;

  @ApiPropertyOptional({
    description: 'Now, which is the default, or later',
    type: String,
    format: 'date-time',
  })
  @IfGiven()
  @IsInstantOrDate()
  effective_at?: string;
}
