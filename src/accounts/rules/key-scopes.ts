/** What a key may be made for. Pulling reads what is shared with the team; the others wait for their routes. */
export const KEY_SCOPES = ['pull', 'report', 'acknowledge'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Scopes that routes ask for. A scope that nothing asks for would be a promise without meaning. */
const BUILT: readonly KeyScope[] = ['pull'];

/** The scopes among those wanted that no route asks for yet. */
export const unbuiltScopes = (wanted: readonly KeyScope[]): KeyScope[] =>
  wanted.filter((scope) => !BUILT.includes(scope));
