import { type OverlayFacts, overlayAt, type OverlayRestriction } from '../../src/disclosure/rules/overlay';
import type { GivenWorld, Moment } from './given-world';

/** A version of an organization's national overlay that counts from an instant; in the order of its versions. */
export interface GivenOverlay {
  organization: string;
  law: string;
  at: Moment;
  restrictions: readonly OverlayRestriction[];
}

/** The overlay of an organization at an instant as decide() takes it, worked out without a database. */
export function overlayFacts(
  given: readonly GivenOverlay[] = [],
  organization: string,
  at: Moment = Infinity,
): OverlayFacts | null {
  const versions = given
    .filter((one) => one.organization === organization)
    .map(({ law, at: from, restrictions }, index) => ({ number: index + 1, law, from, restrictions }));
  return overlayAt(versions, at);
}

/** The world in which what came to count after an instant is not recorded yet. */
export const withOverlaysAt = (world: GivenWorld, at: Moment): GivenWorld => ({
  ...world,
  overlays: (world.overlays ?? []).filter((one) => one.at <= at),
});
