import { Transform } from 'class-transformer';

/** Text is kept in Unicode's composed form (NFC). */
export const Composed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value));
