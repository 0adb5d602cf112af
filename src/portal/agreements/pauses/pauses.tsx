import { listOf } from '../../frame/listed';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { Pause } from '../agreement';

/** Information types, one after the other, as they are called in a sentence. */
export const typesInWords = (screen: Screen, types: NonNullable<Pause['information_types']>): string =>
  listOf(
    screen,
    types.map((type) => screen.t(`clauses.type_${type}`)),
  );

/** In words: from whom to whom a pause holds, and of what alone. */
export function scopeOf(
  screen: Screen,
  { from, to, information_types: types }: Pick<Pause, 'from' | 'to' | 'information_types'>,
  nameOf: (handle: string) => string,
): string {
  const { t } = screen;
  const direction =
    from && to
      ? t('agreements.gives', { from: nameOf(from), to: nameOf(to) })
      : t('agreements.everyDirection');
  return types ? t('agreements.onlyOf', { direction, types: typesInWords(screen, types) }) : direction;
}

/** When a pause holds, and when it is to be looked at again. */
export function PauseTimes({ screen, pause }: { screen: Screen; pause: Pause }) {
  const { t } = screen;
  return (
    <>
      {t('agreements.since')} <Instant screen={screen} at={pause.since} />
      {pause.until && (
        <>
          {' '}
          {t('agreements.until')} <Instant screen={screen} at={pause.until} />
        </>
      )}
      {pause.review_at && (
        <div>
          {t('agreements.review')}: <Instant screen={screen} at={pause.review_at} />
        </div>
      )}
    </>
  );
}

/** The suspensions and stops that concern an agreement. */
export function Pauses({
  screen,
  pauses,
  nameOf,
}: {
  screen: Screen;
  pauses: readonly Pause[];
  nameOf: (handle: string) => string;
}) {
  const { t, me } = screen;
  if (pauses.length === 0) return null;
  const mayResume = (pause: Pause) =>
    pause.open && pause.recorded_by === me?.organization.handle && hasRole(screen, 'liaison', 'duty-officer');
  return (
    <section>
      <h2>{t('agreements.pauses')}</h2>
      <Table
        screen={screen}
        caption={t('agreements.pauses')}
        rows={pauses}
        columns={[
          { name: t('agreements.what'), cell: (pause) => t(`agreements.pauseKind_${pause.kind}`) },
          { name: t('agreements.direction'), cell: (pause) => scopeOf(screen, pause, nameOf) },
          { name: t('agreements.effective'), cell: (pause) => <PauseTimes screen={screen} pause={pause} /> },
          { name: t('agreements.by'), cell: (pause) => <UserText text={nameOf(pause.recorded_by)} /> },
          {
            name: t('agreements.state'),
            cell: (pause) => (
              <>
                {t(pause.open ? 'agreements.open' : 'agreements.closed')}
                {pause.resumption && !pause.resumption.confirmed_at && (
                  <div>{t('agreements.resumptionAsked')}</div>
                )}
                {mayResume(pause) && (
                  <div>
                    <a class="btn btn-sm" href={`/portal/agreements/pauses/${pause.id}`}>
                      {t('agreements.resume')}
                    </a>
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
