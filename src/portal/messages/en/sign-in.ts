export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  code: 'Code of your second factor',
  codeHint: 'Six digits from your app, or a recovery code. Leave it empty if you have none.',
  submit: 'Sign in',
  signedOut: 'You are signed out.',
  ended: 'Your session is over. Sign in again to go on where you were.',
} as const;
