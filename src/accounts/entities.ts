import { PreferencesRow } from './preferences.entity';
import { AccountDepartureRow, AccountRoleRow, AccountRow } from './account.entity';
import { InvitationEndRow, InvitationRow } from './invitation.entity';
import { PasswordResetEndRow, PasswordResetRow } from './password-reset.entity';
import { ApiKeyRevocationRow, ApiKeyRotationRow, ApiKeyRow, ApiKeyUseRow } from './api-key.entity';
import {
  RecoveryCodeRow,
  RecoveryCodeUseRow,
  TotpConfirmationRow,
  TotpEndRow,
  TotpWrongCodeRow,
  TotpEnrolmentRow,
} from './second-factor.entity';
import {
  RefreshRotationRow,
  RefreshTokenRow,
  SessionEndRow,
  SessionProofRow,
  SessionRow,
  SessionUseRow,
} from './session.entity';

/** The tables of this capability, for the data source. */
export const accountEntities = [
  AccountRow,
  AccountRoleRow,
  AccountDepartureRow,
  ApiKeyRow,
  ApiKeyRevocationRow,
  ApiKeyRotationRow,
  ApiKeyUseRow,
  InvitationRow,
  InvitationEndRow,
  PasswordResetRow,
  PasswordResetEndRow,
  SessionRow,
  SessionEndRow,
  SessionProofRow,
  SessionUseRow,
  RefreshTokenRow,
  RefreshRotationRow,
  PreferencesRow,
  TotpEnrolmentRow,
  TotpConfirmationRow,
  TotpEndRow,
  TotpWrongCodeRow,
  RecoveryCodeRow,
  RecoveryCodeUseRow,
];
