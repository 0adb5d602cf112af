import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { RequestHeadersGuard } from '../platform/request-headers.guard';
import { SECRET } from '../platform/secret';
import { OrganizationsModule } from '../organizations';
import { AccessGuard } from './access.guard';
import { ActingStore } from './acting.store';
import { BrowserSessions } from './browser-session';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { ApiKeysStore } from './api-keys/api-keys.store';
import { IssueApiKey } from './api-keys/issue-api-key';
import { RevokeApiKey } from './api-keys/revoke-api-key';
import { RotateApiKey } from './api-keys/rotate-api-key';
import { AccessTokenStrategy } from './credentials/access-token.strategy';
import { ApiKeyStrategy } from './credentials/api-key.strategy';
import { LastUse } from './credentials/last-use';
import { LocalStrategy } from './credentials/local.strategy';
import { AcceptInvitation } from './invitations/accept-invitation';
import { HealthReportController } from './health-report/health-report.controller';
import { ReportHealth } from './health-report/report-health';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsStore } from './invitations/invitations.store';
import { Invite } from './invitations/invite';
import { RevokeInvitation } from './invitations/revoke-invitation';
import { Passwords } from './passwords';
import { ChangePassword } from './password/change-password';
import { IssuePasswordReset } from './password/issue-password-reset';
import { ProveAgain } from './credentials/prove-again';
import { PasswordController } from './password/password.controller';
import { PasswordResetsStore } from './password/password-resets.store';
import { ResetPassword } from './password/reset-password';
import { AccountsController } from './people/accounts.controller';
import { AccountsStore } from './people/accounts.store';
import { Administration } from './people/administration';
import { ChangeRoles } from './people/change-roles';
import { CreateAccount } from './people/create-account';
import { DescribeCaller } from './people/describe-caller';
import { RecordDeparture } from './people/record-departure';
import { EnrolSecondFactor } from './second-factor/enrol-second-factor';
import { RemoveSecondFactor } from './second-factor/remove-second-factor';
import { secondFactorRequired } from './second-factor/requirement';
import { SecondFactor } from './second-factor/second-factor';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorStore } from './second-factor/second-factor.store';
import { TotpSecrets } from './second-factor/totp-secrets';
import { PreferencesController } from './preferences/preferences.controller';
import { PreferencesStore } from './preferences/preferences.store';
import { KeepProof } from './proof/keep-proof';
import { ProofController } from './proof/proof.controller';
import { EndSession } from './sessions/end-session';
import { OwnSessionsController } from './sessions/own-sessions.controller';
import { RefreshSession } from './sessions/refresh-session';
import { Sessions } from './sessions/sessions';
import { SessionsStore } from './sessions/sessions.store';
import { SignOut } from './sessions/sign-out';
import { SignOutController } from './sessions/sign-out.controller';
import { ShowAccount } from './people/show-account';
import { ShowApiKey } from './api-keys/show-api-key';
import { SystemsAccount } from './api-keys/systems-account';
import { AccessTokens, tokenKey } from './sign-in/access-tokens';
import { ConfirmSignIn } from './sign-in/confirm-sign-in';
import { SignIn } from './sign-in/sign-in';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInThrottle } from './sign-in/sign-in-throttle';
import { StillActing } from './still-acting.interceptor';

const signingIn = [ActingStore, Passwords, SignInThrottle, SignIn, ConfirmSignIn, AccessTokens];
const sessions = [SessionsStore, Sessions, RefreshSession, SignOut, EndSession, KeepProof, BrowserSessions];
const passwords = [PasswordResetsStore, ProveAgain, ChangePassword, IssuePasswordReset, ResetPassword];
const invitations = [InvitationsStore, Invite, RevokeInvitation, AcceptInvitation];
const secondFactor = [
  secondFactorRequired,
  TotpSecrets,
  SecondFactor,
  SecondFactorStore,
  EnrolSecondFactor,
  RemoveSecondFactor,
];
const strategies = [LocalStrategy, AccessTokenStrategy, ApiKeyStrategy];
const people = [
  AccountsStore,
  ReportHealth,
  PreferencesStore,
  ShowAccount,
  DescribeCaller,
  Administration,
  CreateAccount,
  ChangeRoles,
  RecordDeparture,
];
const keys = [LastUse, ApiKeysStore, ShowApiKey, SystemsAccount, IssueApiKey, RotateApiKey, RevokeApiKey];

/** People and systems: who they are, how they prove it, and the guard that asks before every route. */
@Module({
  imports: [
    OrganizationsModule,
    JwtModule.registerAsync({
      inject: [SECRET],
      useFactory: (secret: string) => ({ secret: tokenKey(secret) }),
    }),
  ],
  controllers: [
    SignInController,
    SignOutController,
    OwnSessionsController,
    ProofController,
    PreferencesController,
    PasswordController,
    InvitationsController,
    SecondFactorController,
    AccountsController,
    ApiKeysController,
    HealthReportController,
  ],
  providers: [
    ...signingIn,
    ...sessions,
    ...passwords,
    ...invitations,
    ...secondFactor,
    ...strategies,
    ...people,
    ...keys,
    // In this order: who is not let in is told nothing else.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RequestHeadersGuard },
    // Inside of the request's transaction, which is the platform's interceptor.
    { provide: APP_INTERCEPTOR, useClass: StillActing },
  ],
  exports: [
    SignIn,
    AccessTokens,
    BrowserSessions,
    ActingStore,
    DescribeCaller,
    PreferencesStore,
    IssueApiKey,
    SystemsAccount,
  ],
})
export class AccountsModule {}
