import { Page } from '../../frame/page';
import { addressWith } from '../../frame/table';
import { narrowest } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import { filesHere } from '../incident';
import { labelsIn, listsFor, type Queue } from './queue';
import { QueueFilters } from './queue-filters';
import { QueueList } from './queue-list';

/** What is to be done about incidents. The list is fetched again every half minute as long as the page is open. */
export function QueuePage({ screen, queue }: { screen: Screen; queue: Queue }) {
  const { t } = screen;
  const live = addressWith(
    { ...screen, path: screen.path.replace('/incidents', '/incidents/live') },
    { label: narrowest(labelsIn(queue)) },
  );
  const offered = listsFor(screen);
  return (
    <Page
      screen={screen}
      title={t('frame.incidents')}
      labels={labelsIn(queue)}
      actions={
        filesHere(screen) && (
          <a class="btn btn-primary" href="/portal/incidents/new">
            {t('incidents.file')}
          </a>
        )
      }
    >
      {offered.length > 1 && (
        <nav aria-label={t('incidents.lists')}>
          <ul class="places lists">
            {offered.map((list) => (
              <li>
                <a
                  aria-current={list === queue.list ? 'page' : undefined}
                  href={`/portal/incidents?list=${list}`}
                >
                  {t(`incidents.list_${list}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="text-secondary">{t(`incidents.about_${queue.list}`)}</p>
      <QueueFilters screen={screen} list={queue.list} />
      <div id="queue" hx-get={live} hx-trigger="every 30s" hx-swap="innerHTML">
        <QueueList screen={screen} queue={queue} />
      </div>
    </Page>
  );
}
