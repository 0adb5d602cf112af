import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { TOKEN_LIFE } from '../sign-in/access-tokens';

export class RefreshBody {
  @ApiProperty({ maxLength: 200, description: 'The refresh token of the latest answer; it is used once' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  refresh_token: string;
}

/** The tokens of a session as OAuth 2.0 spells them (RFC 6749 §5.1); `expires_in` is in seconds. */
export class TokensView {
  @ApiProperty({ description: 'To be sent as `Authorization: Bearer …`' }) access_token: string;
  @ApiProperty({ enum: ['Bearer'] }) token_type: 'Bearer';
  @ApiProperty({ type: 'integer', example: TOKEN_LIFE, description: 'In seconds' }) expires_in: number;
  @ApiProperty({ description: 'For `POST /api/v1/sign-in/refresh`, once' }) refresh_token: string;
  @ApiProperty({ format: 'date-time', description: 'When the session ends if it is not refreshed before' })
  refresh_token_expires_at: string;
}
