import { diffWords } from 'diff';
import { LANGUAGES } from '../messages/locales';
import type { Screen } from '../screen/screen';
import { UserText } from './user-text';

/** How long two texts are compared word by word; beyond that one stands for the other as a whole. */
const MILLISECONDS = 1000;

interface Piece {
  readonly value: string;
  readonly added?: boolean;
  readonly removed?: boolean;
}

const whole = (former: string, now: string): Piece[] => [
  ...(former ? [{ value: former, removed: true }] : []),
  ...(now ? [{ value: now, added: true }] : []),
];

/** What differs between two texts: word by word, also where words are not separated by spaces. */
export function wordDifference(former: string, now: string, language = 'en'): readonly Piece[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return diffWords(former, now, { intlSegmenter, timeout: MILLISECONDS }) ?? whole(former, now);
}

/** Two texts as one: what was added and removed is marked, told to screen readers, and seen without colour. */
export function WordDifference({ screen, former, now }: { screen: Screen; former: string; now: string }) {
  const { t } = screen;
  const pieces = wordDifference(former, now, LANGUAGES[screen.language].tag);
  return (
    <div class="difference" dir="auto">
      {pieces.map(({ value, added, removed }) =>
        added ? (
          <ins>
            <span class="visually-hidden">{t('frame.added')} </span>
            <UserText text={value} />
            <span class="visually-hidden"> {t('frame.endOfChange')}</span>
          </ins>
        ) : removed ? (
          <del>
            <span class="visually-hidden">{t('frame.removed')} </span>
            <UserText text={value} />
            <span class="visually-hidden"> {t('frame.endOfChange')}</span>
          </del>
        ) : (
          <UserText text={value} />
        ),
      )}
    </div>
  );
}
