import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches, ValidateBy, ValidateIf } from 'class-validator';

const nfc = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value);

/** A text of 1 to `longest` characters that is not blank, brought into Unicode's form C. */
export const Text = (longest: number) =>
  applyDecorators(
    Transform(nfc),
    IsString(),
    Length(1, longest),
    Matches(/\S/, { message: '$property must not be blank' }),
  );

/** A text on one line: no control characters. */
export const Line = (longest: number) =>
  applyDecorators(
    Text(longest),
    Matches(/^\P{Cc}*$/u, { message: '$property must not contain line breaks or control characters' }),
  );

/** May be left out, but not given as null. */
export const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);

function isLanguageTag(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A well-formed language tag (BCP 47); whether its parts are registered is looked at before release. */
export const IsLanguageTag = () =>
  ValidateBy({
    name: 'language',
    validator: {
      validate: isLanguageTag,
      defaultMessage: () => '$property must be a language tag, as en, ur or zh-Hans',
    },
  });

/** An https address in ASCII, with everything else percent-encoded (RFC 3986). */
export const HTTPS_ADDRESS = /^https:\/\/(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
export const CVE_ID = /^CVE-\d{4}-\d{4,19}$/;
