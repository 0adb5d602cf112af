import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import { lapsedAt, type Officer, type Verification, verificationOf } from './partners';

/** The duty officers of a partner: who of us made sure of each, how and until when. RED is for these alone. */
export function Officers({
  screen,
  officers,
  verifications,
}: {
  screen: Screen;
  officers: readonly Officer[];
  verifications: readonly Verification[];
}) {
  const { t } = screen;
  if (officers.length === 0) return <p>{t('callAndStop.noOfficers')}</p>;
  return (
    <ul>
      {officers.map((officer) => (
        <li>
          <UserText text={officer.name} />{' '}
          <Verified
            screen={screen}
            officer={officer}
            verification={verificationOf(verifications, officer.id)}
            lapsed={lapsedAt(verifications, officer.id)}
          />
        </li>
      ))}
    </ul>
  );
}

function Verified({
  screen,
  officer,
  verification,
  lapsed,
}: {
  screen: Screen;
  officer: Officer;
  verification: Verification | undefined;
  /** When what held her verified last was over. */
  lapsed: string | undefined;
}) {
  const { t } = screen;
  const offered = hasRole(screen, 'duty-officer', 'liaison');
  if (!officer.verified_until)
    return (
      <>
        <span class="badge badge-wraps bg-orange-lt">{t('callAndStop.officer_never')}</span>{' '}
        {lapsed && (
          <>
            {t('cooperation.lapsedAt')} <Instant screen={screen} at={lapsed} />{' '}
          </>
        )}
        {offered && (
          <a
            class="screen-only"
            href={`/portal/call-and-stop/${officer.organization}/officers/${officer.id}`}
          >
            {t('callAndStop.verify')}
          </a>
        )}
      </>
    );
  return (
    <>
      <span class="badge bg-green-lt">{t('callAndStop.officer_verified')}</span> {t('callAndStop.until')}{' '}
      <Instant screen={screen} at={officer.verified_until} />
      {verification && (
        <span class="text-secondary">
          {' '}
          {t('callAndStop.verifiedBy', {
            name: verification.recorded_by_name,
            method: t(`callAndStop.method_${verification.method}`),
          })}
        </span>
      )}{' '}
      {offered && (
        <a class="screen-only" href={`/portal/call-and-stop/${officer.organization}/officers/${officer.id}`}>
          {t('callAndStop.verifyAgain')}
        </a>
      )}
    </>
  );
}
