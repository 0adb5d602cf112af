/** That items have arrived. */
export const acknowledged = {
  title: 'Acknowledgements',
  received: 'Of what you shared',
  made: 'Made by your team',
  none_received:
    'Nobody has acknowledged anything yet. A team can say that something has arrived; it need not.',
  none_made: 'Your team has acknowledged nothing yet.',
  at: 'When',
  team: 'Which team',
  owner: 'Whose',
  item: 'What',
  version: 'Version',
  here: 'Acknowledged by',
  noneHere: 'Nobody has acknowledged it.',
  all: 'All acknowledgements',
  done: 'Your team acknowledged it:',
  acknowledge: 'Acknowledge that it arrived',
  acknowledgeHelp: 'Who shared it learns that your team has it, and in which version.',
} as const;
