import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsString, Matches } from 'class-validator';
import { IsInstant } from '../../platform/instant';
import { Text } from '../../platform/text';
import { CONSENT_STATES, type ConsentState } from './rules/judge-consent';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;
const maybeInstant = { ...instant, nullable: true } as const;

/** How long a consent lasts, and what shows it. */
class RecordedConsentBody {
  @ApiPropertyOptional({ ...instant, description: 'By default now. It counts once it is confirmed' })
  @IfGiven()
  @IsInstant()
  valid_from?: string;

  @ApiProperty({ ...instant, description: 'Until when it lasts; after now, and after `valid_from`' })
  @IsInstant()
  valid_until: string;

  @ApiProperty({
    description: 'SHA-256 of what shows it, as a letter, in lower-case hex',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  @Matches(/^[0-9a-f]{64}$/, { message: 'evidence_sha256 must be a SHA-256 in lower-case hex' })
  evidence_sha256: string;
}

/** What the source of another publisher's content allows, as the liaison officer has it in writing. */
export class RecordConsentBody extends RecordedConsentBody {
  @ApiProperty({ minLength: 1, maxLength: 300, example: 'Corvia CERT (invented), its duty officer' })
  @Text(1, 300)
  source: string;

  @ApiProperty({
    description:
      '`partners`: any team that an agreement admits, constituents not among them; `public`: everybody may read it; or the handle of one team',
    example: 'partners',
  })
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, {
    message: 'to must be `partners`, `public` or the handle of a team',
  })
  to: string;
}

/** What a victim allows, as whoever handles the case has it in writing. */
export class RecordVictimConsentBody extends RecordedConsentBody {
  @ApiProperty({
    minLength: 1,
    maxLength: 100,
    description: 'As a part of the item calls it under `victim`',
    example: 'Invented Bank',
  })
  @Text(1, 100)
  victim: string;

  @ApiProperty({
    ...{ minLength: 1, maxLength: 300, example: 'Its head of information security (invented)' },
    description: 'Who gave it for the victim',
  })
  @Text(1, 300)
  given_by: string;

  @ApiProperty({
    description:
      '`partners`: any team that an agreement admits, constituents not among them; or the handle of one team. Who it is is told to nobody as the public',
    example: 'partners',
  })
  @IsString()
  @Matches(/^(?!public$)[a-z][a-z0-9-]{1,39}$/, {
    message: 'to must be `partners` or the handle of a team',
  })
  to: string;
}

export class RevokeConsentBody {
  @ApiProperty({ minLength: 3, maxLength: 2000 })
  @Text(3, 2000)
  reason: string;
}

/** What both kinds of consents have in common. */
export class KeptConsentView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '`partners`, `public` or the handle of a team' }) to: string;
  @ApiProperty({
    enum: CONSENT_STATES,
    description: '`to_come`: confirmed, and not begun. Only a `counted` one lets anything go',
  })
  state: ConsentState;
  @ApiProperty(instant) valid_from: string;
  @ApiProperty(instant) valid_until: string;
  @ApiProperty({
    ...maybeInstant,
    description: 'The latest of when it begins, was recorded and was confirmed',
  })
  counts_from: string | null;
  @ApiProperty() evidence_sha256: string;
  @ApiProperty(instant) recorded_at: string;
  @ApiProperty({ description: 'Name' }) recorded_by: string;
  @ApiProperty(maybeInstant) confirmed_at: string | null;
  @ApiProperty(maybe) confirmed_by: string | null;
  @ApiProperty(maybeInstant) revoked_at: string | null;
  @ApiProperty(maybe) revoked_by: string | null;
  @ApiProperty(maybe) revocation_reason: string | null;
}

export class ConsentView extends KeptConsentView {
  @ApiProperty() source: string;
}

export class VictimConsentView extends KeptConsentView {
  @ApiProperty({ description: 'As parts of the item call it' }) victim: string;
  @ApiProperty({ description: 'Who gave it for the victim' }) given_by: string;
}

export class VictimConsentPage {
  @ApiProperty({ type: [VictimConsentView], description: 'In the order in which they were recorded' })
  items: VictimConsentView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export class ConsentPage {
  @ApiProperty({ type: [ConsentView], description: 'In the order in which they were recorded' })
  items: ConsentView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}
