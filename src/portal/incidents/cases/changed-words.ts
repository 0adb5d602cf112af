import { isMessage } from '../../messages/catalogue';
import type { Screen } from '../../screen/screen';

/** Fields that a version has changed, in words. */
export const changedInWords = ({ t }: Screen, changed: readonly string[]): string =>
  changed
    .map((field) => {
      const name = field.replace('handling.', '');
      const key = `cases.changed_${name}`;
      return isMessage(key) ? t(key) : field;
    })
    .join(', ');
