import { PartFault } from '../frame/part-fault';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { LANGUAGES } from '../messages/locales';
import { hasRole, type Screen } from '../screen/screen';
import { mayTell, pathOfTellingForm } from '../tellings/telling';
import { Officers } from './officers';
import { type Duty, type Partner, pausesBetween } from './partners';
import { Keys, Reachable } from './reachable';
import { clockIn, zoneOf } from './time-there';
import { WhatMayBeTold } from './what-may-be-told';

interface CardProps {
  screen: Screen;
  partner: Partner;
  duty: Duty;
}

/** All that one needs of a partner at three in the morning, on a screen or on paper. */
export function PartnerCard({ screen, partner, duty }: CardProps) {
  const { t } = screen;
  const { handle, name, contacts, keys } = partner;
  return (
    <section class="card card-body partner" id={handle} aria-labelledby={`${handle}-name`}>
      <h2 id={`${handle}-name`}>
        <a href={`/portal/organizations/${handle}`}>
          <UserText text={name} />
        </a>
      </h2>
      <TimeThere screen={screen} partner={partner} />
      <StopControl {...{ screen, partner, duty }} />
      <h3>{t('callAndStop.call')}</h3>
      {contacts.refused ? (
        <PartFault screen={screen} refused={contacts.refused} />
      ) : (
        <Reachable screen={screen} contacts={contacts.data} />
      )}
      <h3>{t('callAndStop.officers')}</h3>
      <OfficersOf {...{ screen, partner, duty }} />
      <h3>{t('callAndStop.mayBeTold')}</h3>
      {partner.gives.length === 0 && <p>{t('callAndStop.mayBeToldNothing')}</p>}
      {partner.gives.map((direction) => (
        <WhatMayBeTold screen={screen} direction={direction} />
      ))}
      <h3>{t('callAndStop.keys')}</h3>
      {keys.refused ? (
        <PartFault screen={screen} refused={keys.refused} />
      ) : (
        <Keys screen={screen} keys={keys.data} />
      )}
      <p class="screen-only">
        {mayTell(screen) && (
          <a class="btn" href={pathOfTellingForm({ to: handle })}>
            {t('tellings.tell')}
          </a>
        )}{' '}
        <a href={`/portal/call-and-stop/${handle}/card`}>{t('callAndStop.card')}</a>
      </p>
    </section>
  );
}

/** The clock there, from the team's profile or from a country with one zone; where neither says, that is said. */
function TimeThere({ screen, partner }: { screen: Screen; partner: Partner }) {
  const { t, me, language } = screen;
  if (partner.detail.refused) return <PartFault screen={screen} refused={partner.detail.refused} />;
  const { data } = partner.detail;
  const zone = zoneOf(data);
  const { working_hours: hours } = data.profile ?? {};
  if (!zone || !me) return <p class="text-secondary">{t('callAndStop.timeUnknown')}</p>;
  return (
    <p>
      {t('callAndStop.timeThere', { time: clockIn(LANGUAGES[language].format, zone, me.at), zone })}
      {hours && (
        <>
          {' '}
          {t('callAndStop.workingHours')} <UserText text={hours} />
        </>
      )}
    </p>
  );
}

function OfficersOf({ screen, partner, duty: { officers, verifications } }: CardProps) {
  if (officers.refused) return <PartFault screen={screen} refused={officers.refused} />;
  const theirs = officers.data.filter(({ organization }) => organization === partner.handle);
  return <Officers screen={screen} officers={theirs} verifications={verifications.data ?? []} />;
}

/** Whether what we send is open or stopped, and the control that stops it. */
function StopControl({ screen, partner, duty }: CardProps) {
  const { t, me } = screen;
  const { handle, gives } = partner;
  const own = me?.organization.handle ?? '';
  const [stop] = pausesBetween(duty.pauses.data ?? [], own, handle);
  if (stop)
    return (
      <p class="alert alert-danger stopped">
        <strong>{t('callAndStop.stoppedSince')}</strong> <Instant screen={screen} at={stop.since} />{' '}
        <a class="btn screen-only" href={`/portal/agreements/pauses/${stop.id}`}>
          {t('callAndStop.openStop')}
        </a>
      </p>
    );
  if (gives.length === 0) return null;
  return (
    <p class="stop-control">
      <span>{t(gives.every(({ paused }) => paused) ? 'callAndStop.suspended' : 'callAndStop.open')}</span>
      {hasRole(screen, 'duty-officer') && (
        <a class="btn btn-danger screen-only" href={`/portal/call-and-stop/${handle}/stop`}>
          {t('callAndStop.stop')}
        </a>
      )}
    </p>
  );
}
