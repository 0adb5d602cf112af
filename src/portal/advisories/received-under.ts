/** A grant as headers of the web API name it. */
export interface NamedGrant {
  readonly agreement?: string | undefined;
  readonly terms?: number | undefined;
  readonly clause?: string | undefined;
}

/** Under what something came to the reader. */
export interface ReceivedUnder extends NamedGrant {
  readonly basis: string;
  /** Instruments below the agreement that speak of it. */
  readonly instruments: readonly NamedGrant[];
  /** The level of the reader's national scheme at which it is held. */
  readonly level?: string | undefined;
}

const TERMS = /;terms=(\d+)/;
const CLAUSE = /;clause=%"([^"]*)"/;

function named(text: string, agreement: string | undefined): NamedGrant {
  const [, terms] = TERMS.exec(text) ?? [];
  const [, clause] = CLAUSE.exec(text) ?? [];
  return {
    agreement,
    terms: terms === undefined ? undefined : Number(terms),
    clause: clause === undefined ? undefined : decodeURIComponent(clause),
  };
}

/**
 * Reads the headers beside what was received (RFC 9651): Accord-Basis as `grant;agreement="PK-CN-2026";terms=1;clause=%"Art. 4(1)"`,
 * Accord-Instruments as a list of the like, Accord-National-Level as `%"Restricted"`.
 */
export function receivedUnder(headers: Headers): ReceivedUnder | undefined {
  const header = headers.get('accord-basis');
  const [, basis] = /^([a-z]+)/.exec(header ?? '') ?? [];
  if (!header || !basis) return undefined;
  const [, agreement] = /;agreement="([^"]*)"/.exec(header) ?? [];
  const below = headers.get('accord-instruments') ?? '';
  const [, level] = /^%"([^"]*)"$/.exec(headers.get('accord-national-level') ?? '') ?? [];
  return {
    basis,
    ...named(header, agreement),
    instruments: [...below.matchAll(/"([A-Z0-9-]+)"(;terms=\d+;clause=%"[^"]*")/g)].map(
      ([, reference, rest = '']) => named(rest, reference),
    ),
    ...(level !== undefined && { level: decodeURIComponent(level) }),
  };
}
