/** Asks the reader to prove once more who she is. */
export const proof = {
  title: 'Confirm that it is you',
  why: 'Releases, withdrawals and changes of keys ask for your password again, so that nobody does them at a screen that you left open. It covers the next five minutes.',
  submit: 'Confirm and go on',
  kept: 'What you sent is kept and goes on when you have confirmed. Nothing has been done yet.',
} as const;
