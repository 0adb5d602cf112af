/** Who holds the heads of logs besides the installation. */
export const witnesses = {
  about:
    'A witness keeps the last head of each log that it has seen, checks that the log only grew since, and cosigns it. It runs where its organization wants: see accord witness.',
  none: 'There are no witnesses yet.',
  add: 'Add a witness',
  key: 'Its public key',
  keyHint: 'As accord witness printed it: name, key id and key, with plus signs between.',
  of: 'Of',
  added: 'Added',
  ended: 'Ended',
  end: 'End this witness',
} as const;
