import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { Composed } from '../composed';

export class CallBackBody {
  @ApiProperty({ format: 'uuid', description: 'Account, as `/api/v1/duty-officers` lists it' })
  @IsUUID()
  person: string;

  @ApiProperty({ format: 'uuid', description: 'Contact of her organization whose number you called' })
  @IsUUID()
  contact: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 1000, description: 'For your own side' })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'note must not be blank' })
  note?: string;
}
