import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { Composed } from '../composed';
import { TermsDto } from '../terms.dto';

/** The terms in force as they should have been encoded, all of them, and where in the signed text that is read. */
export class CorrigendumBody extends TermsDto {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'What was mis-keyed' })
  @Composed()
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;

  @ApiProperty({
    maxLength: 100,
    description: 'The clause of the signed text that says so',
    example: 'Art. 4(1)',
  })
  @Composed()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'clause must not be blank' })
  clause: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the evidence, in hex' })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'evidence_sha256 must be a SHA-256 in lower-case hex' })
  evidence_sha256?: string;
}
