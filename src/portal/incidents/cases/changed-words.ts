import { isMessage } from '../../messages/catalogue';
import { listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';

/** Fields that a version has changed, in words. */
export const changedInWords = (screen: Screen, changed: readonly string[]): string =>
  listOf(
    screen,
    changed.map((field) => {
      const name = field.replace('handling.', '');
      const key = `cases.changed_${name}`;
      return isMessage(key) ? screen.t(key) : field;
    }),
  );
