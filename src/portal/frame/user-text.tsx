import { numberOf } from '../messages/turning';
import type { Screen } from '../screen/screen';

/** Characters that turn or hide text (Unicode TR 36 §3.2; UAX 9): shown by their number, never obeyed. */
const HIDDEN = /\p{Default_Ignorable_Code_Point}|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;

/** A text's pieces: what is read, and what would not be seen. */
export function pieces(text: string): { text: string; hidden: boolean }[] {
  const found: { text: string; hidden: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), hidden: false });
    found.push({ text: numberOf(match[0]), hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), hidden: false });
  return found;
}

/** Text that people wrote, kept apart from the direction of the page. What would hide in it is made visible. */
export function UserText({ text }: { text: string }) {
  return (
    <bdi dir="auto">
      {pieces(text).map((piece) =>
        piece.hidden ? <mark class="hidden-character">{piece.text}</mark> : piece.text,
      )}
    </bdi>
  );
}

/** Several lines of it. */
export function UserLines({ text }: { text: string }) {
  return (
    <div class="user-lines" dir="auto">
      {text.split('\n').map((line) => (
        <p dir="auto">
          <UserText text={line} />
        </p>
      ))}
    </div>
  );
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek'].map((name) => ({
  name,
  letters: new RegExp(`\\p{Script=${name}}`, 'u'),
}));

/** Whether one word mixes scripts whose letters look alike (Unicode TS 39 §5.1), as `pаypal` with a Cyrillic a. */
export const mixesScripts = (text: string): boolean =>
  text.split(/[\s/.:@_-]+/u).some((word) => SCRIPTS.filter(({ letters }) => letters.test(word)).length > 1);

/** A name that is compared by eye: of an indicator, a product, a file. Letters that look like others are pointed out. */
export function ComparedText({ screen, text }: { screen: Screen; text: string }) {
  const suspect = mixesScripts(text) || pieces(text).some(({ hidden }) => hidden);
  return (
    <span class="compared">
      <UserText text={text} />
      {suspect && (
        <span class="badge bg-orange-lt" role="note">
          {screen.t('frame.hiddenCharacters')}
        </span>
      )}
    </span>
  );
}
