import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';

export class SignInBody {
  @ApiProperty({ format: 'email', maxLength: 254, example: 'analyst@pkcert.example' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;

  /** The limit only bounds the work: a password longer than any that can be set is a wrong one. */
  @ApiProperty({ format: 'password', maxLength: 1024 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1024)
  password: string;

  @ApiPropertyOptional({
    maxLength: 40,
    example: '492039',
    description: 'For who has a second factor: what the app shows now, or a recovery code; each is used once',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code?: string;
}
