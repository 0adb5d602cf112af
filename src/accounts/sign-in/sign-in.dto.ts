import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { TOKEN_LIFE } from './access-tokens';

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
}

/** An access token as OAuth 2.0 spells it (RFC 6749 §5.1); `expires_in` is in seconds. */
export class AccessTokenView {
  @ApiProperty({ description: 'To be sent as `Authorization: Bearer …`' }) access_token: string;
  @ApiProperty({ enum: ['Bearer'] }) token_type: 'Bearer';
  @ApiProperty({ type: 'integer', example: TOKEN_LIFE, description: 'In seconds' }) expires_in: number;
}
