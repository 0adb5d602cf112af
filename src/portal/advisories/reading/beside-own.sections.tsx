import { ConsentRequestList, WaitsFor } from '../../consents/about-item';
import { ReleasedAlone } from '../../emergencies/released-alone';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { type OwnAdvisory, pageOf } from '../advisory';
import type { BesideOwn } from './beside-own';

/** That one person released it alone, and that it waits for others' consent, above everything else. */
export function WaitsBeside({ screen, beside: { requests, alone } }: { screen: Screen; beside: BesideOwn }) {
  const awaited = requests
    .filter(({ direction, state }) => direction === 'sent' && state === 'open')
    .map(({ id, to, asked_at }) => ({ request: id, of: to, asked_at }));
  return (
    <>
      <ReleasedAlone {...{ screen, alone }} />
      <WaitsFor {...{ screen, awaited }} />
    </>
  );
}

/** Who asks whether it may go on, whose consent it has, and who has said that it arrived. */
export function BesideOwnSections({
  screen,
  advisory,
  beside,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  beside: BesideOwn;
}) {
  const { t } = screen;
  const [received, sent] = [
    beside.requests.filter(({ direction }) => direction === 'received'),
    beside.requests.filter(({ direction }) => direction === 'sent'),
  ];
  return (
    <>
      {received.length > 0 && (
        <section>
          <h3>{t('consents.othersAsk')}</h3>
          <ConsentRequestList {...{ screen, requests: received }} />
        </section>
      )}
      {advisory.third_party && advisory.derived_from && (
        <section>
          <h3>{t('consents.consent')}</h3>
          <ConsentRequestList {...{ screen, requests: sent }} />
          {hasRole(screen, 'analyst', 'liaison', 'releaser') && (
            <a
              class="btn"
              href={`/portal/consents/new?item=${encodeURIComponent(advisory.derived_from.reference)}&for=${advisory.id}`}
            >
              {t('consents.newTitle')}
            </a>
          )}
        </section>
      )}
      {advisory.third_party && !advisory.derived_from && <Sources {...{ screen, advisory, beside }} />}
      {advisory.released_version !== null && <Acknowledged {...{ screen, beside }} />}
    </>
  );
}

function Sources({
  screen,
  advisory,
  beside: { consents },
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  beside: BesideOwn;
}) {
  const { t } = screen;
  return (
    <section>
      <h3>{t('sources.title')}</h3>
      {consents.length === 0 && <p class="empty-list">{t('sources.none')}</p>}
      <ul>
        {consents.map(({ source, to, state, valid_until }) => (
          <li>
            <UserText text={source} />: {to === 'partners' || to === 'public' ? t(`sources.to_${to}`) : to}{' '}
            <span class="badge">{t(`sources.state_${state}`)}</span>{' '}
            <Instant screen={screen} at={valid_until} />
          </li>
        ))}
      </ul>
      <a class="btn" href={pageOf(advisory.id, 'consents')}>
        {t('sources.open')}
      </a>
    </section>
  );
}

function Acknowledged({ screen, beside: { acknowledged } }: { screen: Screen; beside: BesideOwn }) {
  const { t } = screen;
  return (
    <section>
      <h3>{t('acknowledged.here')}</h3>
      {acknowledged.length === 0 && <p class="empty-list">{t('acknowledged.noneHere')}</p>}
      <ul>
        {acknowledged.map(({ team, version, at }) => (
          <li>
            <bdi>{team}</bdi> ({t('acknowledged.version')} {version}) <Instant screen={screen} at={at} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/portal/acknowledgements">{t('acknowledged.all')}</a>
      </p>
    </section>
  );
}
