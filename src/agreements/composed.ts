import { Transform } from 'class-transformer';

/** Text is kept in Unicode's composed form (NFC). */
export const Composed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value));

/** The same for each text of an object. */
export const ComposedTexts = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]: [string, unknown]) => [
            name,
            typeof one === 'string' ? one.normalize('NFC') : one,
          ]),
        )
      : value,
  );
