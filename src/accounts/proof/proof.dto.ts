import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../../platform/if-given';

export class ProofBody {
  @ApiProperty({ format: 'password', maxLength: 1024, description: 'Your present one' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1024)
  password: string;

  @ApiPropertyOptional({
    maxLength: 40,
    example: '492039',
    description: 'For who has a second factor: what the app shows now, or a recovery code; each is used once',
  })
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code?: string;
}

export class ProofView {
  @ApiProperty({ format: 'date-time', description: 'Until when the proof covers what this session does' })
  covers_until: string;
}
