import { ActForm } from '../frame/field';
import { Instant } from '../frame/time';
import { hasRole, type Screen } from '../screen/screen';
import { given } from '../web-api/refused';
import { ConsentRequestList } from './about-item';
import { type ConsentRequest, consentRequestsAbout } from './consent-request';

/** What becomes of something that the reader's team has of another. */
export interface Onward {
  readonly requests: readonly ConsentRequest[];
  /** Handles of constituents to which it is passed on now. */
  readonly passedTo: readonly string[];
  /** Whether the team has constituents at all. */
  readonly hasConstituents: boolean;
  readonly type: 'advisory' | 'incident';
  /** When the team has said that it arrived. */
  readonly acknowledgedAt: string | undefined;
}

export async function onwardOf(screen: Screen, type: Onward['type'], item: string): Promise<Onward> {
  const { api, me } = screen;
  const handle = me?.organization.handle ?? '';
  const [requests, passed, below, made] = await Promise.all([
    consentRequestsAbout(screen, item),
    given(api.GET('/api/v1/passing-on', { params: { query: { item, limit: 200 } } })),
    given(
      api.GET('/api/v1/organizations/{handle}/constituents', {
        params: { path: { handle }, query: { limit: 1 } },
      }),
    ),
    given(api.GET('/api/v1/acknowledgements', { params: { query: { side: 'made', item, limit: 1 } } })),
  ]);
  return {
    requests,
    passedTo: passed.items.filter(({ ended_at }) => ended_at === null).map(({ to }) => to),
    hasConstituents: below.items.length > 0,
    type,
    acknowledgedAt: made.items[0]?.at,
  };
}

/** On the page of something received: to whom it goes on, who is asked for it, and what can be done. */
export function OnwardSection({
  screen,
  item,
  reference,
  onward,
}: {
  screen: Screen;
  item: string;
  reference: string;
  onward: Onward;
}) {
  const { t } = screen;
  const { requests, passedTo, hasConstituents } = onward;
  const named = encodeURIComponent(reference);
  return (
    <section>
      <Arrived {...{ screen, item, onward }} />
      <h3>{t('consents.here')}</h3>
      <ConsentRequestList {...{ screen, requests }} />
      {hasConstituents && (
        <p>
          {passedTo.length > 0 ? t('passing.to', { teams: passedTo.join(' · ') }) : t('passing.toNobody')}{' '}
          <a href={`/portal/passing-on?item=${encodeURIComponent(item)}`}>{t('passing.see')}</a>
        </p>
      )}
      <div class="form-buttons">
        {hasRole(screen, 'analyst', 'liaison', 'releaser') && (
          <a class="btn" href={`/portal/consents/new?item=${named}`}>
            {t('consents.newTitle')}
          </a>
        )}
        {hasRole(screen, 'analyst') && (
          <a class="btn" href={`/portal/advisories/new?derived_from=${named}`}>
            {t('consents.draftFrom')}
          </a>
        )}
        {hasConstituents && hasRole(screen, 'releaser') && (
          <a class="btn" href={`/portal/passing-on/new?item=${encodeURIComponent(item)}`}>
            {t('passing.title')}
          </a>
        )}
      </div>
    </section>
  );
}

/** That it arrived, or the button that says so. */
function Arrived({ screen, item, onward }: { screen: Screen; item: string; onward: Onward }) {
  const { t } = screen;
  const { type, acknowledgedAt: at } = onward;
  if (at !== undefined)
    return (
      <p>
        {t('acknowledged.done')} <Instant screen={screen} at={at} />{' '}
        <a href="/portal/acknowledgements?side=made">{t('acknowledged.all')}</a>
      </p>
    );
  if (!hasRole(screen, 'analyst', 'liaison', 'duty-officer')) return null;
  return (
    <ActForm screen={screen} action={`/portal/acknowledgements/${type}/${encodeURIComponent(item)}`}>
      <button class="btn">{t('acknowledged.acknowledge')}</button>{' '}
      <small class="form-hint">{t('acknowledged.acknowledgeHelp')}</small>
    </ActForm>
  );
}
