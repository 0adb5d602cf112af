/** Characters that turn the direction of what follows them (UAX 9). */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;
const [FIRST_STRONG, POP] = ['\u2068', '\u2069'];

/** How a character is shown that would not be seen. */
export const numberOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Text for where there is nothing but text: in a message, in a list to choose from. What would turn the words around it
 * is shown by its number, and what it isolates ends with it.
 */
export function unturned(text: string): string {
  let open = 0;
  const shown = text.replace(TURNING, (character) => {
    if (character === FIRST_STRONG) open += 1;
    else if (character === POP && open > 0) open -= 1;
    else return numberOf(character);
    return character;
  });
  return shown + POP.repeat(open);
}
