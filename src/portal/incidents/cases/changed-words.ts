import { isMessage } from '../../messages/catalogue';
import type { Screen } from '../../screen/screen';

/** Fields that a version has changed, in words. */
export const changedInWords = ({ t }: Screen, changed: readonly string[]): string =>
  changed
    .map((field) => {
      const key = `cases.changed_${field.replace('handling.', '')}`;
      return isMessage(key) ? t(key) : field;
    })
    .join(', ');
