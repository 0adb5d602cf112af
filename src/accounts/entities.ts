import { AccountDepartureRow, AccountRoleRow, AccountRow } from './account.entity';
import { ApiKeyRevocationRow, ApiKeyRow } from './api-key.entity';
import { RefreshRotationRow, RefreshTokenRow, SessionEndRow, SessionRow } from './session.entity';

/** The tables of this capability, for the data source. */
export const accountEntities = [
  AccountRow,
  AccountRoleRow,
  AccountDepartureRow,
  ApiKeyRow,
  ApiKeyRevocationRow,
  SessionRow,
  SessionEndRow,
  RefreshTokenRow,
  RefreshRotationRow,
];
