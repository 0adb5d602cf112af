import type { components } from '../../../docs/openapi';
import { Facts } from '../frame/facts';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';

export type Tally = components['schemas']['ObligationTally'];

/** What is owed under an agreement and neither met nor waived; nothing where nothing is. */
export function Register({ screen, tally }: { screen: Screen; tally: Tally | undefined }) {
  const { t } = screen;
  if (!tally) return null;
  const { owed_by_us: ours, overdue_by_us: late, owed_to_us: theirs, overdue_to_us: tardy } = tally;
  return (
    <section aria-labelledby="register">
      <h2 id="register">{t('register.title')}</h2>
      <p class="text-secondary">{t('register.what')}</p>
      <Facts
        facts={[
          [t('register.owedByUs'), t('register.sets', { count: ours, overdue: late })],
          [t('register.owedToUs'), t('register.sets', { count: theirs, overdue: tardy })],
          [t('register.paused'), tally.paused > 0 && t('register.sets', { count: tally.paused, overdue: 0 })],
          [t('register.nextDue'), tally.next_due && <Instant screen={screen} at={tally.next_due} />],
        ]}
      />
    </section>
  );
}
