import { buildMessage, ValidateBy } from 'class-validator';

/** Whether a text is a language tag as it is written in one way (BCP 47): `zh-Hans`, not `ZH-hans`. */
export function isLanguageTag(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

export const IsLanguageTag = (options: { each?: boolean } = {}) =>
  ValidateBy(
    {
      name: 'isLanguageTag',
      validator: {
        validate: isLanguageTag,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a language tag (BCP 47) in its usual form, as en or zh-Hans`,
          options,
        ),
      },
    },
    options,
  );
