import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { OptionalLanguages, OptionalLine, OptionalText } from '../fields';
import {
  CONTACT_ROLES,
  type ContactRole,
  TELEPHONE,
  VERIFICATION_METHODS,
  type VerificationMethod,
} from '../rules/contact';

type Given = { value: unknown };
const lowerCase = ({ value }: Given) => (typeof value === 'string' ? value.toLowerCase() : value);

/** How somebody at an organization is reached, and for what. */
export class ContactBody {
  @ApiProperty({ enum: CONTACT_ROLES, example: 'duty' })
  @IsIn(CONTACT_ROLES)
  role: ContactRole;

  @OptionalLine(200, 'Who answers; left out where it is a function', 'Usman Tariq (invented)')
  name?: string;

  @ApiProperty({ format: 'email', maxLength: 254, example: 'duty@pkcert.example', description: 'In ASCII' })
  @Transform(lowerCase)
  @MaxLength(254)
  @IsEmail({ allow_utf8_local_part: false })
  @Matches(/^[!-~]+$/, { message: 'email must be written in ASCII' })
  email: string;

  @ApiPropertyOptional({ pattern: TELEPHONE.source, example: '+92515550100', description: 'E.164' })
  @IsOptional()
  @Matches(TELEPHONE, { message: 'telephone must be a number after E.164, as +92515550100' })
  telephone?: string;

  @OptionalLine(500, 'When somebody answers', 'At all hours') hours?: string;

  @OptionalLanguages() languages?: string[];

  @ApiPropertyOptional({ default: false, description: 'Whether it is for emergencies' })
  @IsOptional()
  @IsBoolean()
  emergency?: boolean;
}

const VersionNumber = { minimum: 1, maximum: 2_147_483_647 };

export class ChangeContactBody extends ContactBody {
  @ApiProperty({ ...VersionNumber, description: 'The version that you have read' })
  @IsInt()
  @Min(VersionNumber.minimum)
  @Max(VersionNumber.maximum)
  base: number;
}

export class VerifyContactBody {
  @ApiProperty({ ...VersionNumber, description: 'The version that you verified' })
  @IsInt()
  @Min(VersionNumber.minimum)
  @Max(VersionNumber.maximum)
  version: number;

  @ApiProperty({ enum: VERIFICATION_METHODS, description: 'How you verified it' })
  @IsIn(VERIFICATION_METHODS)
  method: VerificationMethod;

  @OptionalText(1000, 'What is to be said about it') note?: string;
}
