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
import type { Page } from '../paging';
import type { Account } from './accounts.store';

type Given = { value: unknown };
const nfc = ({ value }: Given) => (typeof value === 'string' ? value.normalize('NFC') : value);
const lowerCase = ({ value }: Given) => (typeof value === 'string' ? value.toLowerCase() : value);

export class RolesBody {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

/** Who a new person is; the e-mail is the name to sign in with, in lower case whatever case it is given in. */
export class PersonBody {
  @Transform(lowerCase)
  @MaxLength(254)
  @IsEmail({ allow_utf8_local_part: false })
  @Matches(/^[!-~]+$/, { message: 'email must be written in ASCII' })
  email: string;

  @Transform(nfc)
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  /** 12 to 128 characters after NFC, without the name in the e-mail. */
  @IsString() password: string;
}

export class CreateAccountBody extends PersonBody {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

export class DepartureBody {
  @Transform(nfc)
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}

/** An account as its own organization sees it. */
export class AccountView {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  created_at: string;
  departed_at: string | null;
}

export class AccountPage {
  items: AccountView[];
  next: string | null;
}

export function presentAccount({ created_at, departed_at, ...rest }: Account): AccountView {
  const departed = departed_at?.toISOString() ?? null;
  return { ...rest, created_at: created_at.toISOString(), departed_at: departed };
}

export const presentAccounts = ({ rows, next }: Page<Account>): AccountPage => ({
  items: rows.map(presentAccount),
  next,
});
