import type { Screen } from '../../screen/screen';
import { addressOf, type AgreementSummary } from '../agreement';
import { Between } from './between';

/** Agreements of which one supersedes another, with what lies between: where nothing may flow, or under both. */
export function Successions({
  screen,
  agreements,
}: {
  screen: Screen;
  agreements: readonly AgreementSummary[];
}) {
  const { t } = screen;
  const known = agreements.flatMap(({ reference, supersedes }) => {
    const later = agreements
      .flatMap((one) => one.superseded_by)
      .find(({ agreement }) => agreement === reference);
    if (!supersedes?.transition || !supersedes.in_force_from || !later?.in_force_from) return [];
    return [
      {
        transition: supersedes.transition,
        former: {
          agreement: supersedes.agreement,
          from: supersedes.in_force_from,
          until: supersedes.in_force_until,
        },
        later: { agreement: reference, from: later.in_force_from, until: later.in_force_until },
      },
    ];
  });
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{t('succession.title')}</h2>
      {known.map(({ former, later, transition }) => (
        <>
          <h3>
            <a href={addressOf(former.agreement)} dir="ltr">
              {former.agreement}
            </a>
            {' · '}
            <a href={addressOf(later.agreement)} dir="ltr">
              {later.agreement}
            </a>
          </h3>
          <Between {...{ screen, former, later, transition }} />
        </>
      ))}
    </section>
  );
}
