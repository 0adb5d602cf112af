/** What a code means, in words: to look up, not to be parsed. */
export interface Words {
  /** What the answer says. */
  means: string;
  /** Why Accord answers so. */
  why: string;
  /** What to do next. */
  next: string;
}

/** Words by code, as `release/author`. */
export type WordsByCode = Readonly<Record<string, Words>>;

export const words = (means: string, why: string, next: string): Words => ({ means, why, next });
