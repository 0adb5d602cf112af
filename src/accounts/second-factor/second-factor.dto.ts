import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class BeginSecondFactorBody {
  @ApiProperty({ format: 'password', maxLength: 1024, description: 'Your present one' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1024)
  password: string;
}

export class ConfirmSecondFactorBody {
  @ApiProperty({ pattern: '^[0-9]{6}$', example: '492039', description: 'What the app shows now' })
  @IsString()
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  code: string;
}

export class NewRecoveryCodesBody extends BeginSecondFactorBody {
  @ApiProperty({ pattern: '^[0-9]{6}$', example: '492039', description: 'What the app shows now' })
  @IsString()
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  code: string;
}

export class SecondFactorView {
  @ApiProperty({ description: 'Whether your roles ask for one' }) required: boolean;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null until it is confirmed',
  })
  enrolled_at: string | null;
  @ApiProperty({ type: 'integer', description: 'Each is used once' }) recovery_codes_left: number;
}

/** What an authenticator app takes in. It is in this answer and nowhere else. */
export class BegunSecondFactorView {
  @ApiProperty({ example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', description: 'In Base32' }) secret: string;
  @ApiProperty({ description: 'To be shown as a QR code: `otpauth://totp/…`' }) otpauth_uri: string;
}

export class RecoveryCodesView {
  @ApiProperty({
    type: [String],
    description:
      'In the place of the app’s code, each once; to be kept on paper. They are in this answer and nowhere else',
  })
  recovery_codes: string[];
}
