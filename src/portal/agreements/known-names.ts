import { type Screen, standingOf } from '../screen/screen';

/** Names of the reader's organization and of those it exchanges with; others go by their handle. */
export function knownNames(screen: Screen): (handle: string) => string {
  const { me } = screen;
  const { directions } = standingOf(screen);
  const names = new Map((directions ?? []).map((one) => [one.counterpart, one.counterpart_name]));
  if (me) names.set(me.organization.handle, me.organization.name);
  return (handle) => names.get(handle) ?? handle;
}
