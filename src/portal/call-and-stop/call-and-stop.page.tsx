import { Page } from '../frame/page';
import { PartFault } from '../frame/part-fault';
import { Pager } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { PartnerCard } from './partner-card';
import type { Duty, Partner } from './partners';
import { PausesNow } from './pauses-now';

interface ListProps {
  screen: Screen;
  partners: readonly Partner[];
  duty: Duty;
  next: string | undefined;
}

/** Whom to call and what to stop. Contacts are GREEN: they may be passed on within the community, and printed. */
export function CallAndStopPage({ screen, partners, duty, next }: ListProps) {
  const { t } = screen;
  const actions = (
    <>
      <a class="btn" href="/portal/tellings">
        {t('tellings.list')}
      </a>
      <a class="btn" href="/portal/call-and-stop/cards">
        {t('callAndStop.cards')}
      </a>
    </>
  );
  return (
    <Page screen={screen} title={t('callAndStop.title')} labels={['GREEN']} actions={actions}>
      <section aria-labelledby="stopped-now">
        <h2 id="stopped-now">{t('callAndStop.stoppedNow')}</h2>
        {duty.pauses.refused ? (
          <PartFault screen={screen} refused={duty.pauses.refused} />
        ) : (
          <PausesNow screen={screen} pauses={duty.pauses.data} />
        )}
      </section>
      {partners.length > 1 && (
        <nav class="jump" aria-label={t('callAndStop.partners')}>
          {partners.map(({ handle, name }) => (
            <a class="btn" href={`#${handle}`}>
              <UserText text={name} />
            </a>
          ))}
        </nav>
      )}
      {partners.length === 0 && <p class="empty-list">{t('callAndStop.noPartners')}</p>}
      {partners.map((partner) => (
        <PartnerCard {...{ screen, partner, duty }} />
      ))}
      <Pager screen={screen} next={next} />
      <details>
        <summary>{t('frame.help')}</summary>
        <p>{t('callAndStop.help')}</p>
      </details>
    </Page>
  );
}

/** The same on paper, for when the network is gone: a page for each partner. */
export function CardsPage({ screen, partners, duty }: Omit<ListProps, 'next'>) {
  const { t, me } = screen;
  const actions = (
    <button class="btn" type="button" data-print>
      {t('frame.print')}
    </button>
  );
  return (
    <Page screen={screen} title={t('callAndStop.cardsTitle')} labels={['GREEN']} actions={actions}>
      <p class="screen-only">{t('callAndStop.cardsHint')}</p>
      {partners.length === 0 && <p class="empty-list">{t('callAndStop.noPartners')}</p>}
      <div class="print-cards">
        {partners.map((partner) => (
          <div class="print-card">
            <PartnerCard {...{ screen, partner, duty }} />
            <p class="as-of">
              {t('callAndStop.asOf')} <Instant screen={screen} at={me?.at ?? ''} />
            </p>
          </div>
        ))}
      </div>
    </Page>
  );
}
