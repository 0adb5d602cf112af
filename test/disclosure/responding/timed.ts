/** An instant in milliseconds. */
export const timed = (instant: string): number => Date.parse(instant);
