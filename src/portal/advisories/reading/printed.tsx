import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { OwedUnder } from './owed-under';

/** What terms have printed with a label, each text in its own language. */
export function Printed({ screen: { t }, owed }: { screen: Screen; owed: OwedUnder | undefined }) {
  const { marking = [], level } = owed ?? {};
  if (marking.length === 0 && level === undefined) return null;
  return (
    <section class="alert alert-info">
      {level !== undefined && (
        <p>
          {t('handling.heldAt')}{' '}
          <strong>
            <UserText text={level} />
          </strong>
        </p>
      )}
      {marking.map(({ language, text }) => (
        <p lang={language} dir="auto">
          <UserText text={text} />
        </p>
      ))}
    </section>
  );
}
