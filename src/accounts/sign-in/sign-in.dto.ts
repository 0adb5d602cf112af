import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { SESSION_KINDS, type SessionKind } from '../session.entity';

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
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code?: string;

  @ApiPropertyOptional({
    enum: SESSION_KINDS,
    description:
      'Who holds the tokens: without it, a program. A session of a `browser` proves the person anew before releases and key changes: see `POST /api/v1/me/proof`',
  })
  @IfGiven()
  @IsIn(SESSION_KINDS)
  kind?: SessionKind;
}
