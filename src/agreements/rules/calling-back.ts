const HOUR = 3_600_000;
/** How long a number has to have been on file before it proves anything. */
export const ON_FILE_HOURS = 72;
/** How long a call back counts. */
export const CALLED_BACK_HOURS = 24;

/** A call back about to be recorded; milliseconds since 1970. */
interface Wanted {
  readonly at: number;
  /** Since when the number is on file; null where the contact has none, or there is no such contact. */
  readonly onFileSince: number | null;
  /** Whether the officer was verified before in a way that was not revoked. */
  readonly heldBefore: boolean;
}
interface Fault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** What keeps a call back from counting. A number that was changed of late proves nothing: who changed it can answer it. */
export function callBackFaults({ at, onFileSince, heldBefore }: Wanted): Fault[] {
  const faults: Fault[] = [];
  if (!heldBefore)
    faults.push({
      field: 'person',
      rule: 'verified-before',
      message: 'person must have been verified by your organization before; verify her anew',
    });
  if (onFileSince === null)
    faults.push({
      field: 'contact',
      rule: 'on-file',
      message: 'contact must be a contact of her organization with a telephone number',
    });
  else if (onFileSince > at - ON_FILE_HOURS * HOUR)
    faults.push({
      field: 'contact',
      rule: 'on-file-long-enough',
      message: `contact must have had its number for ${ON_FILE_HOURS} hours; call another, or verify her in another way`,
    });
  return faults;
}

/** Until when a call back at an instant counts. */
export const calledBackUntil = (at: number): number => at + CALLED_BACK_HOURS * HOUR;

/** From when on a number counts that is on file since an instant. */
export const countsFrom = (since: number): number => since + ON_FILE_HOURS * HOUR;
