import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';
import { type Language, LANGUAGES } from './locales';
import type { Translated } from './translated';
import { unturned } from './turning';
import { ur } from './ur';
import { zh } from './zh';

type Catalogue = typeof en;
/** A message by its screen and name, as `frame.signOut`. */
export type MessageKey = {
  [Screen in keyof Catalogue]: `${Screen}.${keyof Catalogue[Screen] & string}`;
}[keyof Catalogue];

export type Values = Record<string, string | number | Date>;

const catalogues: Record<Language, Translated<Catalogue>> = { en, ur, zh };
const compiled = new Map<string, IntlMessageFormat>();

function patternOf(language: Language, key: string): string | undefined {
  const dot = key.indexOf('.');
  const screen = (catalogues[language] as Record<string, Record<string, string>>)[key.slice(0, dot)];
  const name = key.slice(dot + 1);
  return screen && Object.hasOwn(screen, name) ? screen[name] : undefined;
}

/** Text that is put into a message keeps its own direction, and turns nothing else (UAX 9, isolates). */
const isolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${unturned(value)}\u2069` : value,
    ]),
  );

/** A message in a language, with its values (ICU MessageFormat). Markup in it is text. */
export function say(language: Language, key: MessageKey, values: Values = {}): string {
  const pattern = patternOf(language, key)!;
  if (!/[{'#]/.test(pattern)) return pattern;
  const name = `${language}|${key}`;
  let format = compiled.get(name);
  if (!format) {
    format = new IntlMessageFormat(pattern, LANGUAGES[language].format, undefined, { ignoreTag: true });
    compiled.set(name, format);
  }
  return format.format<string>(isolated(values)) as string;
}

/** Whether there is such a message: for words that come from the web API, as the code of a problem. */
export const isMessage = (key: string): key is MessageKey => patternOf('en', key) !== undefined;
