/** Whether there is at least one value and every one is in the list; `any` is said, never implied by an empty list. */
export function everyOneListed(values: readonly string[], list: 'any' | readonly string[]): boolean {
  return values.length > 0 && (list === 'any' || values.every((value) => list.includes(value)));
}
