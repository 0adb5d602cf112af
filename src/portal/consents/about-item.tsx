import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { type ConsentRequest, pathOfRequest, toWhom } from './consent-request';

/** What was asked about an item, beside it. */
export function ConsentRequestList({
  screen,
  requests,
}: {
  screen: Screen;
  requests: readonly ConsentRequest[];
}) {
  const { t } = screen;
  if (requests.length === 0) return <p class="empty-list">{t('consents.hereNone')}</p>;
  return (
    <ul>
      {requests.map((one) => (
        <li>
          <a href={pathOfRequest(one.id)}>
            <bdi>{one.direction === 'received' ? one.from : one.to}</bdi>:{' '}
            <UserText text={toWhom(screen, one, one.teams_in_words)} />
          </a>{' '}
          <span class="badge">{t(`consents.state_${one.state}`)}</span>{' '}
          <Instant screen={screen} at={one.asked_at} />
        </li>
      ))}
    </ul>
  );
}

/** That an own advisory waits for the consent of others. */
export function WaitsFor({
  screen,
  awaited,
}: {
  screen: Screen;
  awaited: readonly { of: string; asked_at: string; request: string }[];
}) {
  const { t } = screen;
  if (awaited.length === 0) return null;
  return (
    <div class="alert alert-info">
      {awaited.map(({ of, asked_at, request }) => (
        <p>
          <a href={pathOfRequest(request)}>
            {t('consents.waitsFor', { team: of })} <Instant screen={screen} at={asked_at} />
          </a>
        </p>
      ))}
      <p>{t('consents.goesThen')}</p>
    </div>
  );
}
