/** Under what something came to the reader. */
export interface ReceivedUnder {
  readonly basis: string;
  readonly agreement?: string | undefined;
  readonly terms?: number | undefined;
  readonly clause?: string | undefined;
}

/** Reads the Accord-Basis header (RFC 9651): `grant;agreement="PK-CN-2026";terms=1;clause=%"Art. 4(1)"`. */
export function receivedUnder(header: string | null): ReceivedUnder | undefined {
  const [, basis] = /^([a-z]+)/.exec(header ?? '') ?? [];
  if (!header || !basis) return undefined;
  const [, agreement] = /;agreement="([^"]*)"/.exec(header) ?? [];
  const [, terms] = /;terms=(\d+)/.exec(header) ?? [];
  const [, clause] = /;clause=%"([^"]*)"/.exec(header) ?? [];
  return {
    basis,
    agreement,
    terms: terms === undefined ? undefined : Number(terms),
    clause: clause === undefined ? undefined : decodeURIComponent(clause),
  };
}
