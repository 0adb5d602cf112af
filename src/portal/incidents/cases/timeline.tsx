import { Pager } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { pathOfReport, type TimelineEvent } from '../incident';
import { ReportStatus } from '../queue/queue-list';
import { changedInWords } from './changed-words';

/** What happened to a case, oldest first, as its owner's people see it. */
export function Timeline({
  screen,
  events,
  next,
}: {
  screen: Screen;
  events: readonly TimelineEvent[];
  next: string | null;
}) {
  return (
    <>
      <ol class="events">
        {events.map((event) => (
          <li>
            <p>
              <Instant screen={screen} at={event.at} /> <strong>{nameOf(screen, event)}</strong>{' '}
              <span class="text-secondary">
                <UserText text={event.by.name} /> · <bdi>{event.by.organization}</bdi>
              </span>
            </p>
            <EventText screen={screen} event={event} />
          </li>
        ))}
      </ol>
      <Pager screen={screen} next={next} />
    </>
  );
}

function nameOf({ t }: Screen, { event, version = 0, public: toPublic }: TimelineEvent): string {
  if (event === 'release')
    return t(toPublic ? 'cases.event_publicRelease' : 'cases.event_release', { version });
  return event === 'version' ? t('cases.event_version', { version }) : t(`cases.event_${event}`);
}

function EventText({ screen, event }: { screen: Screen; event: TimelineEvent }) {
  const { report, title, note, status, answer, reason, changed = [] } = event;
  if (changed.length > 0)
    return <p>{screen.t('cases.changed', { fields: changedInWords(screen, changed) })}</p>;
  const text = note ?? answer ?? reason;
  return (
    <>
      {report && title && (
        <p>
          <a href={pathOfReport(report)}>
            <UserText text={title} />
          </a>
        </p>
      )}
      {status && <ReportStatus screen={screen} status={status} />}
      {text && <UserLines text={text} />}
    </>
  );
}
