import { EffectOn } from '../advisories/leaving/effect';
import { Facts } from '../frame/facts';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { TlpLabel } from '../frame/tlp';
import { UserLines, UserText } from '../frame/user-text';
import { hasRole } from '../screen/screen';
import { AnswerForm, CloseForm, RefuseForm } from './request-forms';
import type { RequestProps } from './request';
import { ResponseDue } from './response';
import { NextWord, WordForm, Words } from './words';

function Answers({ screen, request: { answers } }: RequestProps) {
  const { t } = screen;
  if (answers.length === 0) return <p>{t('requests.noAnswers')}</p>;
  return (
    <ul>
      {answers.map(({ id, reference, type, title, tlp }) => (
        <li>
          <a href={pathOfItem(type, id)}>
            <code dir="ltr">{reference}</code>
          </a>{' '}
          {title && <UserText text={title} />} {tlp && <TlpLabel label={tlp} />}
        </li>
      ))}
    </ul>
  );
}

/** One request, and what may be done with it: answered and refused by who is asked, closed by who asks. */
export function RequestPage(props: RequestProps) {
  const { screen, request, looked } = props;
  const { t } = screen;
  const { from, to, subject, details, asked_at, open_until, state, direction, refusal } = request;
  const open = state === 'open';
  return (
    <Page screen={screen} title={t('requests.one')} labels={request.answers.map(({ tlp }) => tlp)}>
      <h2>
        <UserText text={subject} />
      </h2>
      <Facts
        facts={[
          [t('requests.from'), from],
          [t('requests.to'), to],
          [t('requests.state'), t(`requests.state_${state}`)],
          [t('requests.asked'), <Instant screen={screen} at={asked_at} />],
          [t('requests.until'), <Instant screen={screen} at={open_until} />],
          [
            t('requests.answerDue'),
            request.response && <ResponseDue screen={screen} response={request.response} />,
          ],
          [t('requests.wordDue'), request.next_word && <NextWord screen={screen} next={request.next_word} />],
          [t('requests.urgency'), request.severity && t(`terms.severity_${request.severity}`)],
          [t('requests.why'), refusal && t(`requests.why_${refusal.reason_code}`)],
          [t('requests.reason'), refusal?.reason && <UserText text={refusal.reason} />],
        ]}
      />
      {details && (
        <>
          <h3>{t('requests.details')}</h3>
          <UserLines text={details} />
        </>
      )}
      <Words {...props} />
      {open && direction === 'received' && hasRole(screen, 'liaison', 'releaser') && (
        <WordForm {...props} />
      )}
      <h3>{t('requests.answers')}</h3>
      <Answers {...props} />
      {looked && <EffectOn screen={screen} effect={looked.effect} />}
      {open && direction === 'received' && hasRole(screen, 'releaser') && <AnswerForm {...props} />}
      {open && direction === 'received' && hasRole(screen, 'analyst', 'liaison', 'releaser') && (
        <RefuseForm {...props} />
      )}
      {open && direction === 'sent' && hasRole(screen, 'analyst', 'liaison', 'duty-officer') && (
        <CloseForm {...props} />
      )}
    </Page>
  );
}
