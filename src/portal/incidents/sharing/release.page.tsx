import type { components } from '../../../../docs/openapi';
import { Facts } from '../../frame/facts';
import { ActForm } from '../../frame/field';
import { Page } from '../../frame/page';
import { Recipients } from '../../frame/recipients';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { audienceFacts, labelFacts } from '../cases/case-markings';
import { latestOf, type OwnIncident, pathOfCase } from '../incident';
import { WhyNot } from './why-not';

interface ReleaseProps {
  screen: Screen;
  incident: OwnIncident;
  /** Whether it is to be released to everybody. */
  toPublic: boolean;
  /** Undefined where the release would be refused. */
  preview?: components['schemas']['PreviewView'] | undefined;
  refused?: ApiRefused | undefined;
}

/** Before a case leaves: who gets what of it and why, and who does not. */
export function ReleasePage({ screen, incident, toPublic, preview, refused }: ReleaseProps) {
  const { t } = screen;
  const latest = latestOf(incident);
  const path = pathOfCase(incident.id);
  const labels = [latest.handling.tlp, ...latest.parts.map(({ tlp }) => tlp)];
  return (
    <Page screen={screen} title={t('cases.share')} labels={labels}>
      <WhyNot screen={screen} refused={refused} />
      <h2>
        <UserText text={latest.title} />
      </h2>
      <Facts
        facts={[
          [t('cases.versionToShare'), String(latest.version)],
          ...labelFacts(screen, latest.handling),
          ...audienceFacts(screen, latest),
        ]}
      />
      {preview && (
        <>
          <p class="fs-3">
            {toPublic
              ? t('cases.wouldBePublic')
              : t('cases.wouldGet', { released: preview.counts.released, teams: preview.counts.teams })}{' '}
            {preview.counts.near_misses > 0 && t('cases.wouldMiss', { count: preview.counts.near_misses })}
          </p>
          <p class="text-secondary">
            {t('cases.effectiveAt')} <Instant screen={screen} at={preview.effective_at} />
          </p>
          <Recipients {...{ screen, preview, parts: latest.parts }} />
          <ActForm screen={screen} action={`${path}/release`}>
            <input type="hidden" name="version" value={preview.version} />
            {toPublic && <input type="hidden" name="public" value="yes" />}
            <p>{t('cases.irrevocable')}</p>
            <button class="btn btn-primary">{t(toPublic ? 'cases.releaseToAll' : 'cases.release')}</button>
          </ActForm>
        </>
      )}
      <p class="form-acts">
        {latest.handling.tlp === 'CLEAR' && (
          <a class="btn" href={toPublic ? `${path}/release` : `${path}/release?public=yes`}>
            {t(toPublic ? 'cases.previewPartners' : 'cases.previewPublic')}
          </a>
        )}
        <a class="btn" href={path}>
          {t('cases.back')}
        </a>
      </p>
    </Page>
  );
}
