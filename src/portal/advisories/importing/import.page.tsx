import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { held } from './held-documents';
import { type Outcome, OutcomeOf } from './outcome';

/** Importing CSAF documents: first it is shown what would become of each, then the same documents are imported. */
export function ImportPage({
  screen,
  tried = [],
  done = [],
  nothingSent = false,
}: {
  screen: Screen;
  /** What would become of the documents that were sent. */
  tried?: readonly Outcome[];
  /** What became of those that were imported. */
  done?: readonly Outcome[];
  nothingSent?: boolean;
}) {
  const { t } = screen;
  const fit = tried.filter(({ report }) => report?.outcome === 'accepted');
  const labels = [...tried, ...done].map(({ facts }) => facts.label?.replace('WHITE', 'CLEAR'));
  return (
    <Page screen={screen} title={t('advisories.importTitle')} labels={labels}>
      {nothingSent && (
        <p class="alert alert-danger" role="alert">
          {t('advisories.importNothing')}
        </p>
      )}
      {done.length > 0 && (
        <Outcomes {...{ screen, outcomes: done, title: t('advisories.importDone'), imported: true }} />
      )}
      {tried.length > 0 && (
        <>
          <Outcomes {...{ screen, outcomes: tried, title: t('advisories.importTried'), imported: false }} />
          {fit.length > 0 && (
            <form method="post" action="/portal/advisories/import" enctype="multipart/form-data" class="act">
              <input type="hidden" name="csrf" value={screen.csrf} />
              {fit.map((document) => (
                <input type="hidden" name="held" value={held(document)} />
              ))}
              <button class="btn btn-primary" name="act" value="import">
                {t('advisories.importNow', { count: fit.length })}
              </button>
            </form>
          )}
        </>
      )}
      <form
        method="post"
        action="/portal/advisories/import"
        enctype="multipart/form-data"
        class="act card card-body my-3"
      >
        <input type="hidden" name="csrf" value={screen.csrf} />
        <label class="form-label" for="files">
          {t('advisories.files')}
        </label>
        <input
          id="files"
          class="form-control"
          type="file"
          name="files"
          accept="application/json,.json"
          multiple
          required
          aria-describedby="files-hint"
        />
        <small id="files-hint" class="form-hint">
          {t('advisories.filesHint')}
        </small>
        <div class="form-buttons">
          <button class="btn btn-primary" name="act" value="try">
            {t('advisories.importTry')}
          </button>
          <a class="btn" href="/portal/advisories">
            {t('frame.cancel')}
          </a>
        </div>
      </form>
    </Page>
  );
}

function Outcomes({
  screen,
  outcomes,
  title,
  imported,
}: {
  screen: Screen;
  outcomes: readonly Outcome[];
  title: string;
  imported: boolean;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {outcomes.map((outcome) => (
        <article class="card card-body mb-3">
          <h3>
            <UserText text={outcome.name} />
          </h3>
          <OutcomeOf {...{ screen, outcome, imported }} />
        </article>
      ))}
    </section>
  );
}
