import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';

/**
 * Text, kept in Unicode's composed form (NFC). Its length is counted in code points, as the database counts, and
 * after composition, which can lengthen it.
 * @param min 0 where the text may be empty; otherwise it may not be blank either
 */
export const Text = (min: 0 | 1 | 3, max: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.normalize('NFC') : value,
    ),
    ValidateBy({
      name: 'text',
      validator: {
        validate: (value) => {
          if (typeof value !== 'string') return false;
          const length = [...value].length;
          return length >= min && length <= max && (min === 0 || /\S/.test(value));
        },
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be text of ${min} to ${max} characters${min ? ', and not blank' : ''}`,
        ),
      },
    }),
  );
