/** The languages of the portal: each names itself in its own words and has its own points between words and after sentences. */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en', format: 'en-GB', dir: 'ltr', between: ', ', stop: '. ' },
  ur: { name: 'اردو', tag: 'ur', format: 'ur-PK', dir: 'rtl', between: '، ', stop: '۔ ' },
  zh: { name: '中文', tag: 'zh-Hans', format: 'zh-Hans-CN', dir: 'ltr', between: '、', stop: '。' },
} as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: unknown): text is Language =>
  typeof text === 'string' && Object.hasOwn(LANGUAGES, text);

/** The first language of an Accept-Language header (RFC 9110 §12.5.4) that the portal has. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = Number(
        parameters
          .find((one) => one.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? '1',
      );
      return { language: tag.split('-')[0]?.toLowerCase(), quality };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en';
}
