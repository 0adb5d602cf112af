import { type Effect, EffectOn } from '../advisories/leaving/effect';
import { Facts } from '../frame/facts';
import { ActForm, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import type { OverlayVersion } from './overlay-form';
import { Restrictions } from './restrictions';

/** A version of the national overlay; one that lets something go waits here for its second person. */
export function OverlayPage({
  screen,
  version,
  effect,
  refused,
}: {
  screen: Screen;
  version: OverlayVersion;
  /** What confirming it would bring about; absent for who cannot. */
  effect: Effect | undefined;
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  const { number, state, recorded_by, confirmed_by } = version;
  const waits = state === 'awaiting_confirmation';
  return (
    <Page
      screen={screen}
      title={t('overlay.title')}
      actions={
        <>
          <a class="btn" href="/portal/overlay">
            {t('overlay.title')}
          </a>
          {hasRole(screen, 'liaison') && (
            <a class="btn" href="/portal/overlay/new">
              {t('overlay.draft')}
            </a>
          )}
        </>
      }
    >
      <h2>
        {t('overlay.number')} {number}: <UserText text={version.law} />
      </h2>
      <FormFault {...{ screen, refused }} />
      <Facts
        facts={[
          [t('overlay.state'), <strong>{t(`overlay.state_${state}`)}</strong>],
          [t('overlay.jurisdiction'), version.jurisdiction],
          [t('overlay.source'), version.source && <UserText text={version.source} />],
          [t('overlay.effectiveOn'), version.effective_on && <bdi>{version.effective_on}</bdi>],
          [
            t('overlay.recorded'),
            <>
              <UserText text={recorded_by.name} /> <Instant screen={screen} at={version.recorded_at} />
            </>,
          ],
          [
            t('overlay.confirmed'),
            confirmed_by && version.confirmed_at && (
              <>
                <UserText text={confirmed_by.name} /> <Instant screen={screen} at={version.confirmed_at} />
              </>
            ),
          ],
          [t('overlay.from'), version.counts_from && <Instant screen={screen} at={version.counts_from} />],
          [t('overlay.until'), version.counts_until && <Instant screen={screen} at={version.counts_until} />],
        ]}
      />
      <h3>{t('overlay.withholds')}</h3>
      <Restrictions {...{ screen, version }} />
      {waits && <p class="alert alert-info">{t('overlay.waits')}</p>}
      {waits && recorded_by.id === screen.me?.person?.id && <p>{t('overlay.yours')}</p>}
      {effect && (
        <ActForm screen={screen} action={`/portal/overlay/${number}/confirmation`}>
          <p>{t('overlay.confirmWhat')}</p>
          <EffectOn {...{ screen, effect }} />
          <button class="btn btn-primary">{t('overlay.confirm')}</button>
        </ActForm>
      )}
    </Page>
  );
}
