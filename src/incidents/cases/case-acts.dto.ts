import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsBoolean } from 'class-validator';
import { IsVersionNumber, Text } from '../input';

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
