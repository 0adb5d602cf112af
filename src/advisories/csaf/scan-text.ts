/** Line and column of an offset, both counted from 1. */
function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** Says what stands, unexpected, at an offset of a text, and where that is. */
export function surpriseAt(text: string, offset: number): string {
  const found = text.codePointAt(offset);
  const what =
    found === undefined
      ? 'The text ends too early'
      : `Unexpected ${JSON.stringify(String.fromCodePoint(found))}`;
  return `${what} at ${placeOf(text, offset)}.`;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads the JSON string that begins at `start` (RFC 8259 §7). Where it is none, `text` is null and
 * `end` is the place of the fault. Character by character: a pattern for the whole string would
 * exhaust the stack on one of several megabytes.
 */
export function readString(
  json: string,
  start: number,
): { readonly end: number; readonly text: string | null } {
  let escaped = false;
  for (let at = start + 1; ;) {
    const code = json.charCodeAt(at);
    if (code === 0x22) {
      const raw = json.slice(start, at + 1);
      return { end: at + 1, text: escaped ? String(JSON.parse(raw)) : raw.slice(1, -1) };
    }
    if (code === 0x5c) {
      escaped = true;
      ESCAPE.lastIndex = at;
      const escape = ESCAPE.exec(json)?.[0];
      if (escape === undefined) return { end: at, text: null };
      at += escape.length;
    } else if (code >= 0x20) {
      at += 1;
    } else {
      // A control character, or no character at all.
      return { end: at, text: null };
    }
  }
}

/** Why a text of valid JSON cannot be kept: PostgreSQL stores neither of these. */
export function faultsOf(text: string): string[] {
  const faults: string[] = [];
  if (text.includes('\0')) faults.push('The text contains U+0000, which cannot be stored.');
  if (LONE_SURROGATE.test(text)) faults.push('The text contains half of a surrogate pair.');
  return faults;
}
