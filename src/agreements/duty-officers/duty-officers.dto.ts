import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsInstantOrDate } from '../instant';
import { VERIFICATION_METHODS, type VerificationMethod } from '../rules/verifying';
import { Composed } from '../composed';

export class VerifyDutyOfficerBody {
  @ApiProperty({ format: 'uuid', description: 'Account, as `/api/v1/duty-officers` lists it' })
  @IsUUID()
  person: string;

  @ApiProperty({ enum: VERIFICATION_METHODS })
  @IsIn(VERIFICATION_METHODS)
  method: VerificationMethod;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'By default now. It counts from when it is recorded',
  })
  @IfGiven()
  @IsInstantOrDate()
  verified_at?: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'At most 366 days after the verification; it counts until then',
  })
  @IsInstantOrDate()
  valid_until: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 1000, description: 'For your own side' })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'note must not be blank' })
  note?: string;
}
