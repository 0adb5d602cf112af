import type { Tlp } from './vocabulary';

/**
 * What the law of a country withholds. Nothing in it can let anything go. Null and empty are never "all": `any` and
 * `abroad` say so.
 */
export interface OverlayRestriction {
  /** Where the law says it. */
  readonly clause: string;
  /** Of what the own CERT sends, or of what it may receive. */
  readonly direction: 'sending' | 'receiving';
  readonly informationTypes: 'any' | readonly string[];
  /** The marking from which on it holds; null is every marking. */
  readonly leastTlp: Tlp | null;
  /** Whereto, or where from: outside the own country, or these countries; an empty list bars public release alone. */
  readonly countries: 'abroad' | readonly string[];
  /** Whether it bars release to the public as well; of what is sent alone. */
  readonly public: boolean;
}

/** One version of an organization's national overlay. */
export interface OverlayFacts {
  readonly number: number;
  readonly law: string;
  /** Since when it counts: when it was recorded, or confirmed by a second person. In milliseconds since 1970. */
  readonly from: number;
  readonly restrictions: readonly OverlayRestriction[];
}

/** The overlay of an organization at an instant, of all its versions that came to count; null before the first. */
export function overlayAt(versions: readonly OverlayFacts[], at: number): OverlayFacts | null {
  const counting = versions.filter(({ from }) => from <= at);
  return counting.toSorted((one, other) => one.number - other.number).at(-1) ?? null;
}
