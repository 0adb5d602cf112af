import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';

const composed = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC') : value;

function fits(value: unknown, least: number, most: number): boolean {
  if (typeof value !== 'string' || !/\S/.test(value)) return false;
  const length = [...value].length;
  return length >= least && length <= most;
}

/** Text of so many code points, as the database counts them, that is not blank; in Unicode's composed form. */
export const SaidText = (least: number, most: number) =>
  applyDecorators(
    Transform(composed),
    ValidateBy({
      name: 'text',
      validator: {
        validate: (value) => fits(value, least, most),
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a text of ${least} to ${most} characters that is not blank`,
        ),
      },
    }),
  );
