import { ReasonField } from '../advisories/leaving/withdraw.page';
import { Facts } from '../frame/facts';
import { ActForm, FormFault } from '../frame/field';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { Team } from '../frame/recipients';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { type Emergency, pathOfEmergency, waits } from './emergency';

interface EmergencyProps {
  readonly screen: Screen;
  readonly emergency: Emergency;
  readonly refused?: ApiRefused | undefined;
  readonly reason?: string | undefined;
}

/** What one person released alone, whom it reached, and what another says of it. */
export function EmergencyPage(props: EmergencyProps) {
  const { screen, emergency } = props;
  const { t } = screen;
  const { review, late, state } = emergency;
  const teams = (handles: readonly string[]) =>
    handles.length === 0
      ? t('emergencies.nobody')
      : handles.map((team, index) => (
          <>
            {index > 0 && ' · '}
            <Team {...{ screen, team }} />
          </>
        ));
  return (
    <Page screen={screen} title={t('emergencies.title')} labels={[emergency.tlp]}>
      <Facts
        facts={[
          [
            t('emergencies.item'),
            <a href={pathOfItem(emergency.type, emergency.item)}>
              <UserText text={emergency.title} />
            </a>,
          ],
          [t('emergencies.version'), String(emergency.version)],
          [
            t('emergencies.state'),
            <>
              <strong class={`badge ${waits(emergency) ? 'bg-red-lt' : 'bg-secondary-lt'}`}>
                {t(`emergencies.state_${state}`)}
              </strong>{' '}
              {late && state !== 'overdue' && <span class="badge bg-red-lt">{t('emergencies.late')}</span>}
            </>,
          ],
          [t('emergencies.by'), <UserText text={emergency.released_by} />],
          [t('emergencies.at'), <Instant screen={screen} at={emergency.released_at} />],
          [t('emergencies.reason'), <UserText text={emergency.reason} />],
          [t('emergencies.due'), <Instant screen={screen} at={emergency.due_at} />],
          [t('emergencies.reaches'), teams(emergency.reaches)],
          [t('emergencies.leftOut'), teams(emergency.left_out)],
          [
            t('emergencies.reviewed'),
            review && (
              <>
                <UserText text={review.by} /> <Instant screen={screen} at={review.at} />{' '}
                {review.reason && <UserText text={review.reason} />}
              </>
            ),
          ],
        ]}
      />
      {waits(emergency) && <Review {...props} />}
    </Page>
  );
}

/** For another person than who released it, as a releaser or duty officer. */
function Review({ screen, emergency: { id, released_by_id: releaser }, refused, reason }: EmergencyProps) {
  const { t, me } = screen;
  if (!hasRole(screen, 'releaser', 'duty-officer')) return null;
  if (me?.person?.id === releaser) return <p class="alert alert-info">{t('emergencies.notYours')}</p>;
  return (
    <>
      <FormFault {...{ screen, refused }} />
      <ActForm screen={screen} action={pathOfEmergency(id, 'confirmation')}>
        <p>{t('emergencies.confirmHelp')}</p>
        <button class="btn btn-primary">{t('emergencies.confirm')}</button>
      </ActForm>
      <ActForm screen={screen} action={pathOfEmergency(id, 'withdrawal')}>
        <ReasonField {...{ screen, refused, reason }} />
        <button class="btn btn-danger">{t('emergencies.withdraw')}</button>
      </ActForm>
    </>
  );
}
