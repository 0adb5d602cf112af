export { ActingStore } from './acting.store';
export { IssueApiKey } from './api-keys/issue-api-key';
export { AccountsModule } from './accounts.module';
export { type NewAdministrator, createAdministrator } from './operator/create-administrator';
export { createAccount } from './operator/create-account';
export { hashPassword } from './passwords';
export { AccessTokens, TOKEN_LIFE } from './sign-in/access-tokens';
export { type Attempt, SignIn } from './sign-in/sign-in';
export { accountEntities } from './entities';
