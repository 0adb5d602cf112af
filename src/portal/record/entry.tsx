import type { Choice } from '../frame/choices';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { ComparedValues } from '../why/compared-values';
import type { Entry, Log } from './logs';
import { withNames } from './names';

/** What is shown of an entry at once, in this order; everything else is in its details. */
const FIRST = [
  'team',
  'from',
  'to',
  'item',
  'version',
  'tlp',
  'projection',
  'channel',
  'reference',
  'agreement',
  'terms_version',
  'clause',
  'question',
  'report',
  'request',
  'status',
  'reason',
  'by',
  'person',
  'released_by',
  'recorded_by',
  'account',
] as const;

export function LogName({ screen, log }: { screen: Screen; log: Log }) {
  const { t } = screen;
  if (log.kind === 'house') return <>{t('record.house')}</>;
  return (
    <>
      {t('record.between', { parties: log.parties.join(' · ') })} (<bdi>{log.agreement}</bdi>)
    </>
  );
}

const some = (said: Record<string, unknown> | null): said is Record<string, unknown> =>
  said !== null && Object.keys(said).length > 0;

/** An entry: what happened in a sentence, the facts that matter, and all of it to unfold. */
export function EntrySaid({
  screen,
  entry,
  people,
}: {
  screen: Screen;
  entry: Entry;
  people: readonly Choice[];
}) {
  const { t } = screen;
  const { kind, shared, content, own } = entry;
  const facts: Record<string, unknown> = { ...own, ...shared };
  const first = Object.fromEntries(
    FIRST.filter((name) => facts[name] !== undefined && facts[name] !== null).map((name) => [
      name,
      facts[name],
    ]),
  );
  const named = (said: Record<string, unknown>) => withNames(said, people) as Record<string, unknown>;
  const title = typeof content?.title === 'string' ? content.title : undefined;
  return (
    <>
      <p class="entry-said">{t(`entries.${kind}`)}</p>
      {title !== undefined && (
        <p>
          <UserText text={title} />
        </p>
      )}
      <ComparedValues screen={screen} values={named(first)} />
      <details class="entry-details">
        <summary>{t('record.details')}</summary>
        <p>
          <code dir="ltr">{kind}</code> <code dir="ltr">{entry.id}</code>
        </p>
        {some(shared) && (
          <p>
            {t('record.shared')}: <ComparedValues screen={screen} values={named(shared)} />
          </p>
        )}
        {some(content) && (
          <p>
            {t('record.said')}: <ComparedValues screen={screen} values={named(content)} />
          </p>
        )}
        {some(own) && (
          <p>
            {t('record.own')}: <ComparedValues screen={screen} values={named(own)} />
          </p>
        )}
      </details>
    </>
  );
}

/** Entries as a vertical line of time; it reads from the top. */
export function Timeline({
  screen,
  entries,
  people,
}: {
  screen: Screen;
  entries: readonly (Entry & { log?: Log })[];
  people: readonly Choice[];
}) {
  return (
    <ol class="timeline-of-entries">
      {entries.map((entry) => (
        <li>
          <p class="entry-at">
            <Instant screen={screen} at={entry.at} />
            {entry.log && (
              <span class="text-secondary">
                {' '}
                <LogName screen={screen} log={entry.log} />
              </span>
            )}
          </p>
          <EntrySaid {...{ screen, entry, people }} />
        </li>
      ))}
    </ol>
  );
}
