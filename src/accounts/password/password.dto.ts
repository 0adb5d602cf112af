import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { PASSWORD_LENGTH } from '../rules/password';

const NEW_PASSWORD = {
  format: 'password',
  minLength: PASSWORD_LENGTH.least,
  maxLength: PASSWORD_LENGTH.most,
  description: 'Without the part of the e-mail address before the @',
};

export class ChangePasswordBody {
  @ApiProperty({ format: 'password', maxLength: 1024 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1024)
  old_password: string;

  @ApiProperty(NEW_PASSWORD)
  @IsString()
  @MaxLength(1024)
  new_password: string;
}

export class ResetPasswordBody {
  @ApiProperty({ maxLength: 200, description: 'As the administrator handed it over; it is used once' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;

  @ApiProperty(NEW_PASSWORD)
  @IsString()
  @MaxLength(1024)
  password: string;
}

export class PasswordResetView {
  @ApiProperty({ description: 'To be handed to the person; it is in this answer and nowhere else' })
  token: string;
  @ApiProperty({ format: 'date-time' }) expires_at: string;
}
