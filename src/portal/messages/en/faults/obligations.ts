export const obligationFaults = {
  'obligation/over': 'The obligation is met or waived already. Nothing more is stated of it.',
  'obligation/not-debtor': 'Only the team that owes this says that it is met.',
  'obligation/not-creditor': 'Only the team that this is owed to waives it.',
  'obligation/paused': 'It is held or disputed already. That is ended first.',
  'obligation/not-paused': 'Your side neither holds nor disputes it.',
  'obligation/no-destruction': 'Only destruction and return are held or disputed.',
  'obligation/no-hold': 'The terms do not let your side hold destruction. You may dispute it.',
  'obligation/kept': 'What is kept under the terms stays so. There is nothing to state.',
  'obligation/certificate-required':
    'The terms want a certificate. File one for what was destroyed or returned.',
  'notice/nothing-received':
    'Your team has received nothing from that team under this agreement. Check the agreement and the team.',
  'notice/not-addressee': 'Only the team that the notice went to answers it.',
  'notice/answered': 'The notice is answered already.',
} as const;
