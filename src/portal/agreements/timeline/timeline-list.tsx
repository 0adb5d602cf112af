import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { Comma } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import type { Timeline, TimelineEvent } from './events';

type NameOf = (handle: string) => string;

function ByWhom({ screen, event, nameOf }: { screen: Screen; event: TimelineEvent; nameOf: NameOf }) {
  const { t } = screen;
  const { fact, pause } = event;
  const recorded = fact?.recorded_by ?? (event.kind === 'resumed' ? undefined : pause?.recorded_by);
  const person = fact?.person ?? (event.kind === 'resumed' ? pause?.resumption?.requested_by : pause?.person);
  return (
    <>
      {recorded && <UserText text={nameOf(recorded)} />}
      {fact && fact.party !== fact.recorded_by && (
        <> {t('agreements.recordedFor', { party: nameOf(fact.party) })}</>
      )}
      {person && (
        <>
          {recorded && <Comma screen={screen} />}
          <UserText text={person} />
        </>
      )}
      {fact?.signed_by && (
        <div>
          <UserText text={t('paper.signedBy', { name: fact.signed_by })} />
        </div>
      )}
      {fact?.on_behalf_of && (
        <div>
          {t('agreements.onBehalf')} <UserText text={fact.on_behalf_of} />
        </div>
      )}
      {fact?.confirmed_by && (
        <div>
          {t('agreements.confirmedBy')} <UserText text={fact.confirmed_by} />
        </div>
      )}
      {fact?.second_person_required && !fact.confirmed_at && (
        <div class="text-warning-emphasis">{t('agreements.countsNot')}</div>
      )}
    </>
  );
}

function What({ screen, event, nameOf }: { screen: Screen; event: TimelineEvent; nameOf: NameOf }) {
  const { t } = screen;
  const { fact, pause, terms } = event;
  const reason = fact?.reason ?? (event.kind === 'resumed' ? pause?.resumption?.reason : pause?.reason);
  const evidence = fact?.evidence_sha256 ?? (event.kind === 'resumed' ? undefined : pause?.evidence_sha256);
  return (
    <>
      <strong>{t(`agreements.fact_${event.kind}`)}</strong>
      {terms !== null && <> ({t('agreements.ofTerms', { number: terms })})</>}
      {pause && (
        <>
          {': '}
          {pause.from && pause.to
            ? t('agreements.gives', { from: nameOf(pause.from), to: nameOf(pause.to) })
            : t('agreements.everyDirection')}
        </>
      )}
      {reason && (
        <div>
          {t('agreements.reason')}: <UserText text={reason} />
        </div>
      )}
      {evidence && (
        <details>
          <summary>{t('agreements.evidence')}</summary>
          <code dir="ltr" class="fingerprint">
            {evidence}
          </code>
        </details>
      )}
    </>
  );
}

/** What the chart shows, number by number: what, when it took effect and was recorded, and by whom. */
export function TimelineList({
  screen,
  timeline,
  nameOf,
}: {
  screen: Screen;
  timeline: Timeline;
  nameOf: NameOf;
}) {
  const { t } = screen;
  return (
    <ol class="timeline-list">
      {timeline.events.map((event) => {
        const recorded =
          event.fact?.recorded_at ?? (event.kind === 'resumed' ? undefined : event.pause?.recorded_at);
        return (
          <li>
            <What screen={screen} event={event} nameOf={nameOf} />
            <div class="text-secondary">
              {t('agreements.effective')}: <Instant screen={screen} at={event.at} />
              {recorded && (
                <>
                  {' · '}
                  {t('agreements.recorded')}: <Instant screen={screen} at={recorded} />
                </>
              )}
              {' · '}
              <ByWhom screen={screen} event={event} nameOf={nameOf} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
