/** What keeps a cooperation alive between exchanges. */
export const cooperation = {
  redStopped_theirs:
    'TLP:RED goes to nobody of this team, since you hold none of its duty officers verified:',
  redStopped_ours:
    'TLP:RED of this team goes to nobody of yours, since it holds none of your duty officers verified:',
  homeRed_theirs:
    'You hold no duty officer of {counterpart} verified, so nothing that is TLP:RED goes there.',
  homeRed_ours:
    '{counterpart} holds none of your duty officers verified, so nothing of it that is TLP:RED reaches you.',
  lapsedAt: 'lapsed',
  callThem: 'Call back and record it',
  callBackTitle: 'Call back, for 24 hours',
  callBackMeans:
    'She was verified before, and that has lapsed. Call a number that has been on file for three days or longer, and ask for her. If you reach her, record it: she counts as verified for 24 hours.',
  noNumbers: 'This team has no number on file.',
  calledNumber: 'Which number did you call?',
  onFileSince: 'On file since',
  noProofBefore: 'Changed of late, so it proves nothing before',
  recordCallBack: 'I reached her: record the call',
} as const;
