import { Comma } from '../frame/listed';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';
import type { AgreementSummary } from './agreement';

const PROGRESS = ['draft', 'submitted', 'approved', 'signed'] as const;
const DEAD_ENDS = ['rejected', 'withdrawn'] as const;

/** What is true of an agreement now, in words; several things may be at once. */
export function StateWords({ screen, state }: { screen: Screen; state: AgreementSummary['state'] }) {
  const { t } = screen;
  const over = state.ended || state.expired || state.superseded;
  const ended = state.statements.includes('ended');
  const progress = PROGRESS.findLast((one) => state.statements.includes(one));
  return (
    <ul class="state-words">
      {state.in_force && (
        <li>
          <strong>{t('agreements.state_in_force')}</strong>
          {state.in_force_since && (
            <>
              {' '}
              {t('agreements.since')} <Instant screen={screen} at={state.in_force_since} />
            </>
          )}
          {state.in_force_until && (
            <>
              {' '}
              {t('agreements.until')} <Instant screen={screen} at={state.in_force_until} />
            </>
          )}
        </li>
      )}
      {!state.in_force && !over && progress && <li>{t(`agreements.state_${progress}`)}</li>}
      {!over &&
        DEAD_ENDS.filter((one) => state.statements.includes(one)).map((one) => (
          <li>{t(`agreements.state_${one}`)}</li>
        ))}
      {state.suspended !== 'no' && (
        <li>
          <strong class="badge bg-orange-lt">{t(`agreements.paused_${state.suspended}`)}</strong>
        </li>
      )}
      {state.notice_given && !over && (
        <li>
          {t('agreements.state_notice_given')}
          {state.ends_at && (
            <>
              <Comma screen={screen} />
              {t('agreements.endsAt')} <Instant screen={screen} at={state.ends_at} />
            </>
          )}
        </li>
      )}
      {ended && <li>{t('agreements.state_ended')}</li>}
      {state.superseded && <li>{t('agreements.state_superseded')}</li>}
      {state.expired && !ended && <li>{t('agreements.state_expired')}</li>}
    </ul>
  );
}
