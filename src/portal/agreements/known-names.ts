import type { Screen } from '../screen/screen';

/** Names of the reader's organization and of those it exchanges with; others go by their handle. */
export function knownNames({ me }: Screen): (handle: string) => string {
  const names = new Map((me?.directions ?? []).map((one) => [one.counterpart, one.counterpart_name]));
  if (me) names.set(me.organization.handle, me.organization.name);
  return (handle) => names.get(handle) ?? handle;
}
