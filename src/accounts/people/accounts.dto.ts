import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { type Role, ROLES } from '../../platform/viewer';
import type { Page } from '../../platform/paging';
import { PASSWORD_LENGTH } from '../rules/password';
import type { Account } from './accounts.store';

type Given = { value: unknown };
const nfc = ({ value }: Given) => (typeof value === 'string' ? value.normalize('NFC') : value);
const lowerCase = ({ value }: Given) => (typeof value === 'string' ? value.toLowerCase() : value);

export class RolesBody {
  @ApiProperty({ enum: ROLES, isArray: true, minItems: 1, uniqueItems: true, example: ['analyst'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

/**
 * Who a new person is; the e-mail is the name to sign in with, in lower case whatever case it is given in. Below
 * `.invalid` are the import accounts alone, which belong to no person.
 */
export class PersonBody {
  @ApiProperty({
    format: 'email',
    maxLength: 254,
    example: 'nida.shah@pkcert.example',
    description: 'In ASCII; kept in lower case. Names that end in `.invalid` are reserved',
  })
  @Transform(lowerCase)
  @MaxLength(254)
  @IsEmail({ allow_utf8_local_part: false })
  @Matches(/^[!-~]+$/, { message: 'email must be written in ASCII' })
  @Matches(/(?<!\.invalid)$/, { message: 'email must not end in .invalid, which is reserved' })
  email: string;

  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Nida Shah' })
  @Transform(nfc)
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  /** 12 to 128 characters after NFC, without the name in the e-mail. */
  @ApiProperty({
    format: 'password',
    minLength: PASSWORD_LENGTH.least,
    maxLength: PASSWORD_LENGTH.most,
    description: 'Without the part of the e-mail address before the @',
  })
  @IsString()
  password: string;
}

export class CreateAccountBody extends PersonBody {
  @ApiProperty({ enum: ROLES, isArray: true, minItems: 1, uniqueItems: true, example: ['analyst'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

export class DepartureBody {
  @ApiProperty({ minLength: 1, maxLength: 1000, example: 'Moved to another ministry' })
  @Transform(nfc)
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}

/** An account as its own organization sees it. */
export class AccountView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'email', example: 'nida.shah@pkcert.example' }) email: string;
  @ApiProperty({ example: 'Nida Shah' }) name: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'When the person left' })
  departed_at: string | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Since when signing in asks for a second factor; null while it does not',
  })
  second_factor_since: string | null;
}

export class AccountPage {
  @ApiProperty({ type: [AccountView], description: 'Oldest first' }) items: AccountView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export function presentAccount({
  created_at,
  departed_at,
  second_factor_since,
  ...rest
}: Account): AccountView {
  return {
    ...rest,
    created_at: created_at.toISOString(),
    departed_at: departed_at?.toISOString() ?? null,
    second_factor_since: second_factor_since?.toISOString() ?? null,
  };
}

export const presentAccounts = ({ page, next }: Page<Account>): AccountPage => ({
  items: page.map(presentAccount),
  next,
});
