import { Transform } from 'class-transformer';

/** A query's digits as a number; `1e2`, `0x10` and blanks stay text, which @IsInt() then refuses. */
export const WholeNumber = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );
