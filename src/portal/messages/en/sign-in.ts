export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  code: 'Code of your second factor',
  codeHint: 'Six digits from your app, or a recovery code. Leave it empty if you have none.',
  submit: 'Sign in',
  ended: 'Your session is over. Sign in again to go on where you were.',
  forgotten: 'Forgotten your password, or lost your telephone?',
  forgottenWhat:
    'Ask an administrator of your organization: she or he gives you a link with which you set a new password, or removes the second factor. If you do not know who that is, ask your duty officer. Accord sends no e-mail about passwords.',
  haveLink: 'I was given a code to set a new password',
  haveInvitation: 'I was invited',
} as const;
