/** What one rule says on one basis, with its id and what it compared. */
export interface Verdict {
  readonly rule: string;
  readonly verdict: 'passes' | 'forbids' | 'not-applicable';
  readonly says: string;
  readonly compared: Readonly<Record<string, unknown>>;
}
type Compared = Readonly<Record<string, unknown>>;

export const passes = (rule: string, says: string, compared: Compared = {}): Verdict => ({
  rule,
  verdict: 'passes',
  says,
  compared,
});
export const forbids = (rule: string, says: string, compared: Compared = {}): Verdict => ({
  rule,
  verdict: 'forbids',
  says,
  compared,
});
export const notApplicable = (rule: string, says: string): Verdict => ({
  rule,
  verdict: 'not-applicable',
  says,
  compared: {},
});

/** Passes or forbids, as the condition says. */
export function when(
  condition: boolean,
  rule: string,
  yes: string,
  no: string,
  compared: Compared = {},
): Verdict {
  return condition ? passes(rule, yes, compared) : forbids(rule, no, compared);
}
