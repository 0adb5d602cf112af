import { isMessage } from '../../messages/catalogue';
import { keyOf } from '../sentences/handling';

type Check = (value: unknown) => boolean;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isWordOf =
  (kind: string): Check =>
  (value) =>
    typeof value === 'string' && isMessage(keyOf(kind, value));
/** Objects with these texts. */
const areTextsOf =
  (...names: string[]): Check =>
  (value) =>
    Array.isArray(value) &&
    value.every((one: unknown) => isObject(one) && names.every((name) => isText(one[name])));

/** Whether it is a language tag (BCP 47) of which a name can be told. */
export function isTag(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** How what is disclosed is handled, as far as sentences need it to be right. */
export const HANDLING: Readonly<Record<string, Check>> = {
  marking: (value) =>
    areTextsOf('language', 'text')(value) &&
    (value as { language: unknown }[]).every(({ language }) => isTag(language)),
  encryption_in_transit: isWordOf('transit'),
  encryption_at_rest: isWordOf('rest'),
  permitted_actions: isWordOf('actions'),
  affected_party_notice: isWordOf('party'),
  access: (value) =>
    isObject(value) &&
    (value.nationality === undefined ||
      (Array.isArray(value.nationality) && value.nationality.every(isText))),
  classification_map: areTextsOf('label', 'level'),
};
