import { type Language, LANGUAGES } from '../messages/locales';

interface Read {
  readonly language: Language;
}

/** Several as one part of a sentence, with what the reader's language puts between them. */
export const listOf = ({ language }: Read, items: readonly string[]): string =>
  items.join(LANGUAGES[language].between);

/** Languages by their tags, in the reader's own words. */
export function languagesInWords(screen: Read, tags: readonly string[]): string {
  const names = new Intl.DisplayNames(LANGUAGES[screen.language].format, { type: 'language' });
  return listOf(
    screen,
    tags.map((tag) => names.of(tag) ?? tag),
  );
}

/** Between what is listed in markup. */
export const Comma = ({ screen }: { screen: Read }) => <>{LANGUAGES[screen.language].between}</>;

/** At the end of a sentence that markup puts together. */
export const Stop = ({ screen }: { screen: Read }) => <>{LANGUAGES[screen.language].stop}</>;
