import { Page } from '../frame/page';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { Group } from './find';

function Hits({ screen, group: { name, hits, more } }: { screen: Screen; group: Group }) {
  const { t } = screen;
  return (
    <section>
      <h2>
        {t(name)} <small class="text-secondary">{t('search.shown', { count: hits.length })}</small>
      </h2>
      <ul class="found-items">
        {hits.map(({ path, text, also, tlp }) => (
          <li>
            {tlp && <TlpLabel label={tlp} />}{' '}
            <a href={path}>
              <UserText text={text} />
            </a>{' '}
            <code dir="ltr">{also}</code>
          </li>
        ))}
      </ul>
      {more && <p>{t('search.more')}</p>}
    </section>
  );
}

/** What was found, by sort; a sort of which nothing was found is not named. */
export function SearchPage({
  screen,
  typed,
  groups,
  mistyped = false,
}: {
  screen: Screen;
  typed: string;
  groups?: readonly Group[];
  mistyped?: boolean;
}) {
  const { t } = screen;
  const some = (groups ?? []).filter(({ hits }) => hits.length > 0);
  const labels = some.flatMap(({ hits }) => hits.map(({ tlp }) => tlp));
  return (
    <Page screen={screen} title={t('search.title')} labels={labels}>
      <form method="get" action="/portal/search" class="search-again" role="search">
        <label class="form-label" for="search-words">
          {t('search.words')}
        </label>
        <input
          id="search-words"
          class="form-control"
          type="search"
          name="q"
          value={typed}
          dir="auto"
          maxLength={200}
          required
        />
        <button class="btn btn-primary">{t('search.submit')}</button>
      </form>
      <p class="text-secondary">{t('search.help')}</p>
      {!groups && screen.query.q !== undefined && <p role="status">{t('search.noWord')}</p>}
      {mistyped && (
        <p class="alert alert-danger" role="alert">
          {t('search.mistyped')}
        </p>
      )}
      {groups && !mistyped && some.length === 0 && (
        <p class="empty-list" role="status">
          {t('search.nothing')}
        </p>
      )}
      {some.map((group) => (
        <Hits {...{ screen, group }} />
      ))}
    </Page>
  );
}
