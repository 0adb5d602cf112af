import type { ChangedItem, WhatIfPage, WhatIfView } from '../agreements';
import { called } from '../disclosure';

const MARKS = { gains: '+', loses: '-', changes_parts: '~', changes_basis: ' ' } as const;

function supposed({
  step,
  agreement,
  terms,
  pause,
  from,
  to,
  information_types: types,
  effective_at,
  until,
}: WhatIfView | WhatIfPage): string {
  const what = {
    enter: `terms ${terms} of ${agreement} were signed by all and entered into force`,
    suspend: `${agreement} were suspended${from ? ` from ${from} to ${to}` : ''}${types ? ` for ${types.join(', ')}` : ''}`,
    end: `${agreement} ended`,
    resume: `the pause ${pause} were over`,
    stop: `you stopped what you send to ${to}`,
  }[step];
  return `If ${what}, at ${effective_at}${until ? ` until ${until}` : ''}:`;
}

/** How many items each team would gain and lose. */
export const whatIfLines = (view: WhatIfView): string[] => [
  supposed(view),
  ...view.teams.map(
    ({ team, gains, loses, changes_parts, changes_basis }) =>
      `${team} would gain ${gains}, lose ${loses}, see other parts of ${changes_parts}, and see ${changes_basis} on another basis.`,
  ),
  ...(view.teams.length === 0 ? ['Nothing of yours is concerned.'] : []),
];

function itemLine({ team, change, reference, title, before, after }: ChangedItem): string {
  const basis = [before, after].flatMap((one) => (one ? [called(one)] : [])).join('; then ');
  return `${MARKS[change]} ${team} ${reference} ${title} (${basis})`;
}

/** Each item that a team would gain, `+`, or lose, `-`, or see other parts of, `~`, or see on another basis. */
export const whatIfItemLines = (view: WhatIfPage): string[] => [
  supposed(view),
  ...view.items.map(itemLine),
  ...(view.items.length === 0 ? ['No team’s list would change.'] : []),
];
