import { PartFault } from '../../frame/part-fault';
import { addressWith } from '../../frame/table';
import { Instant } from '../../frame/time';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { Changes } from './changes';
import { ReceivedChart } from './received-chart';
import { type Period, PERIODS } from './since';

interface ChangesProps {
  screen: Screen;
  changes: Changes;
  period: Period;
  /** Whether the last visit is known. */
  visited: boolean;
  from: string;
}

/** What has changed since the reader was here, or in a period that she chooses. */
export function ChangesSection({ screen, changes: found, period, visited, from }: ChangesProps) {
  const { t } = screen;
  const { changes, received, more, refused } = found;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{t('home.changed')}</h2>
      <nav class="periods" aria-label={t('home.period')}>
        {PERIODS.filter((one) => one !== 'visit' || visited).map((one) => (
          <a
            class="btn btn-sm"
            href={addressWith(screen, { since: one })}
            aria-current={one === period ? 'true' : undefined}
          >
            {t(`home.since_${one}`)}
          </a>
        ))}
      </nav>
      <p class="text-secondary">
        {t('home.from')} <Instant screen={screen} at={from} />
      </p>
      {refused.map((one) => (
        <PartFault screen={screen} refused={one} />
      ))}
      <ReceivedChart {...{ screen, from, received, more }} />
      {changes.length === 0 && <p class="empty-list">{t('home.nothingChanged')}</p>}
      <ul class="changes">
        {changes.map(({ at, sentence, title, tlp, href }) => (
          <li>
            <a href={href}>
              {sentence}
              {title && (
                <>
                  {' '}
                  <UserText text={title} />
                </>
              )}
            </a>{' '}
            {tlp && <TlpLabel label={tlp} />}
            <div class="text-secondary">
              <Instant screen={screen} at={at} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
