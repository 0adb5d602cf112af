import { Facts } from '../frame/facts';
import { pathOfItem } from '../frame/item-path';
import type { OrganizationChoices } from '../frame/organizations';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserLines, UserText } from '../frame/user-text';
import { ResponseDue } from '../requests/response';
import { hasRole } from '../screen/screen';
import { CloseForm, GrantForm, RefuseForm, WithdrawForm } from './answer-forms';
import { type ConsentRequestProps, toWhom } from './consent-request';

/** One request for consent, and what may be done with it: answered and withdrawn by the originator, closed by who asks. */
export function ConsentRequestPage(props: ConsentRequestProps & { organizations: OrganizationChoices }) {
  const { screen, request } = props;
  const { t } = screen;
  const { item, consent, refusal, state, direction } = request;
  const waiting = request.for;
  const received = direction === 'received';
  const answers = received && hasRole(screen, 'liaison', 'releaser');
  return (
    <Page screen={screen} title={t('consents.one')} labels={[item.tlp]}>
      <h2>
        <a href={pathOfItem(item.type, item.id)}>
          <code dir="ltr">{item.reference}</code>
        </a>{' '}
        {item.title && <UserText text={item.title} />}
      </h2>
      <Facts
        facts={[
          [t('consents.state'), <strong>{t(`consents.state_${state}`)}</strong>],
          [t('consents.from'), <bdi>{request.from}</bdi>],
          [t('consents.to'), <bdi>{request.to}</bdi>],
          [t('consents.askedReference'), received && <code dir="ltr">{request.asked_reference}</code>],
          [t('consents.scope'), <UserText text={toWhom(screen, request, request.teams_in_words)} />],
          [
            t('consents.inWords'),
            !received && request.teams_in_words && <UserText text={request.teams_in_words} />,
          ],
          [t('consents.until'), <Instant screen={screen} at={request.until} />],
          [t('consents.asked'), <Instant screen={screen} at={request.asked_at} />],
          [t('consents.askedBy'), request.asked_by && <UserText text={request.asked_by} />],
          [t('consents.answerBy'), state === 'open' && <Instant screen={screen} at={request.answer_by} />],
          [
            t('requests.answerDue'),
            request.response && <ResponseDue screen={screen} response={request.response} />,
          ],
          [t('consents.ended'), request.ended_at && <Instant screen={screen} at={request.ended_at} />],
          [
            t('consents.waits'),
            waiting && (
              <a href={pathOfItem('advisory', waiting.id)}>
                <code dir="ltr">{waiting.reference}</code>
              </a>
            ),
          ],
          [t('requests.why'), refusal && t(`requests.why_${refusal.reason_code}`)],
          [t('requests.reason'), refusal?.reason && <UserText text={refusal.reason} />],
        ]}
      />
      <h3>{t('consents.why')}</h3>
      <UserLines text={request.why} />
      {consent && (
        <section>
          <h3>{t('consents.consent')}</h3>
          <Facts
            facts={[
              [t('consents.consentTo'), <UserText text={toWhom(screen, consent, request.teams_in_words)} />],
              [t('consents.consentUntil'), <Instant screen={screen} at={consent.until} />],
              [
                t('consents.withdrawnAt'),
                consent.withdrawn_at && <Instant screen={screen} at={consent.withdrawn_at} />,
              ],
              [
                t('consents.reason'),
                consent.withdrawal_reason && <UserText text={consent.withdrawal_reason} />,
              ],
            ]}
          />
        </section>
      )}
      {state === 'open' && answers && (
        <>
          <GrantForm {...props} />
          <RefuseForm {...props} />
        </>
      )}
      {state === 'granted' && received && hasRole(screen, 'liaison', 'releaser', 'duty-officer') && (
        <WithdrawForm {...props} />
      )}
      {state === 'open' && !received && hasRole(screen, 'analyst', 'liaison', 'releaser') && (
        <CloseForm {...props} />
      )}
    </Page>
  );
}
