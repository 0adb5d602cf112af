import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

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
