import { WaitsFor } from '../../consents/about-item';
import { listOf, Stop } from '../../frame/listed';
import { ActForm } from '../../frame/field';
import { Page } from '../../frame/page';
import { type RedStanding, RedStopped } from '../../frame/red-standing';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { labelsOf, latestOf, nameOf, type OwnAdvisory, pageOf } from '../advisory';
import { ExplainedLabel, HandlingFacts } from '../reading/handling-facts';
import { WhyRefused } from './problem';
import { type Preview, Recipients } from '../../frame/recipients';

/** Whom a release reaches and with what, before it is done; then one button. */
export function ReleasePage({
  screen,
  advisory,
  toPublic,
  standings,
  preview,
  refused,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  toPublic: boolean;
  /** Of those to whom RED may go; none where nothing is marked RED. */
  standings: readonly RedStanding[];
  /** What a release would do; undefined where it would be refused. */
  preview: Preview | undefined;
  refused: ApiRefused | undefined;
}) {
  const { t } = screen;
  const version = latestOf(advisory);
  const { tlp } = version.handling;
  const barred = refused !== undefined || isAuthor(screen, advisory);
  return (
    <Page screen={screen} title={t('advisories.releaseTitle')} labels={labelsOf(version)}>
      <h2>
        <a href={pageOf(advisory.id)}>
          <UserText text={version.title} />
        </a>
      </h2>
      <p>
        <ExplainedLabel {...{ screen, tlp }} />
      </p>
      <RedStopped {...{ screen, standings }} />
      <FourEyes {...{ screen, advisory }} />
      {refused && (
        <>
          <WhyRefused {...{ screen, refused }} />
          {hasRole(screen, 'analyst') && (
            <p>
              <a href={pageOf(advisory.id, 'edit')}>{t('advisories.edit')}</a>
            </p>
          )}
        </>
      )}
      {preview && (
        <>
          <WaitsFor {...{ screen, awaited: preview.awaits }} />
          {tlp === 'CLEAR' && <ToPublic {...{ screen, advisory, toPublic }} />}
          {version.handling.embargo_until && (
            <p class="alert alert-info">
              {t('advisories.effectiveAt')} <Instant screen={screen} at={preview.effective_at} />
              <Stop screen={screen} />
              {t('advisories.embargoHelp')}
            </p>
          )}
          {!barred && (
            <ActForm screen={screen} action={pageOf(advisory.id, 'release')}>
              <input type="hidden" name="version" value={version.version} />
              {toPublic && <input type="hidden" name="public" value="true" />}
              <p>
                {t('advisories.releaseAsk', { version: version.version, count: preview.counts.released })}
              </p>
              <div class="form-buttons">
                <button class="btn btn-primary" data-ctrl-enter>
                  {t(toPublic ? 'advisories.releaseToAll' : 'advisories.releaseNow')}
                </button>
                <a class="btn" href={pageOf(advisory.id)}>
                  {t('frame.cancel')}
                </a>
              </div>
            </ActForm>
          )}
          <Recipients {...{ screen, preview, parts: version.parts }} />
        </>
      )}
      <section>
        <h2>{t('advisories.handling')}</h2>
        <HandlingFacts {...{ screen, handling: version.handling }} />
      </section>
    </Page>
  );
}

/** Whether the reader has written on the version, so that somebody else has to release it. */
export const isAuthor = ({ me }: Screen, advisory: OwnAdvisory): boolean =>
  latestOf(advisory).authors.includes(me?.person?.id ?? '');

/** Who wrote it, and so who may not release it. */
function FourEyes({ screen, advisory }: { screen: Screen; advisory: OwnAdvisory }) {
  const { t } = screen;
  const names = listOf(
    screen,
    latestOf(advisory).authors.map((author) => nameOf(advisory, author)),
  );
  return isAuthor(screen, advisory) ? (
    <p class="alert alert-warning" role="alert">
      {t('advisories.youAreAuthor')}
    </p>
  ) : (
    <p>{t('advisories.fourEyesReleaser', { names })}</p>
  );
}

/** What is CLEAR may go to everybody, too: the other preview is one step away. */
function ToPublic({
  screen,
  advisory,
  toPublic,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  toPublic: boolean;
}) {
  const { t } = screen;
  const address = pageOf(advisory.id, 'release');
  return (
    <p>
      {toPublic ? (
        <>
          <strong>{t('advisories.isToAll')}</strong> <a href={address}>{t('advisories.onlyTeams')}</a>
        </>
      ) : (
        <>
          {t('advisories.isToTeams')} <a href={`${address}?public=true`}>{t('advisories.alsoToAll')}</a>
        </>
      )}
    </p>
  );
}
