import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SignInBody {
  @IsString() @IsNotEmpty() @MaxLength(254) email: string;
  /** The limit only bounds the work: a password longer than any that can be set is a wrong one. */
  @IsString() @IsNotEmpty() @MaxLength(1024) password: string;
}

/** An access token as OAuth 2.0 spells it (RFC 6749 §5.1); `expires_in` is in seconds. */
export class AccessTokenView {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
}
