/** What becomes of a part, from the mildest to the strictest; app.shape_of() says the same. */
export const PART_ACTIONS = ['keep', 'pseudonym', 'sectors', 'issuer', 'drop'] as const;
/**
 * `keep`: it leaves as it is. `pseudonym`, `sectors`, `issuer`: its text is replaced by a pseudonym, by the sectors of
 * the item, by the name of the CERT that shares it. `drop`: nothing tells that it is there.
 */
export type PartAction = (typeof PART_ACTIONS)[number];

/** What one rule makes of one part, and why. */
export interface PartVerdict {
  readonly rule: string;
  readonly action: PartAction;
  readonly says: string;
}

/** The rank of an action; what is none is below all. */
export const strictness = (action: string | undefined): number =>
  PART_ACTIONS.findIndex((one) => one === action);

export const keeps = (rule: string): PartVerdict => ({ rule, action: 'keep', says: 'it is kept' });
