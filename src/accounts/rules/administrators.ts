export type AdministratorFault = 'account/no-longer-administrator' | 'account/last-administrator';

/** A change to one account by another, as far as the administrators of an organization are concerned. */
export interface AdministratorChange {
  actor: string;
  target: string;
  /** Whether the target holds the role of administrator afterwards. */
  stays: boolean;
}

/** An organization never loses its last administrator, and only who is one at this moment changes accounts. */
export function administratorFault(
  administrators: readonly string[],
  { actor, target, stays }: AdministratorChange,
): AdministratorFault | undefined {
  if (!administrators.includes(actor)) return 'account/no-longer-administrator';
  if (!stays && administrators.every((id) => id === target)) return 'account/last-administrator';
  return undefined;
}
