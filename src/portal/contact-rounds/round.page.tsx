import { ActForm, FormFault } from '../frame/field';
import { Facts } from '../frame/facts';
import { Page } from '../frame/page';
import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { Progress, type Round, ROUNDS, RoundState } from './rounds.page';

type Asked = Round['contacts'][number];
const COLOURS = { confirmed: 'green', corrected: 'blue', open: 'orange' } as const;

function Answered({ screen, contact }: { screen: Screen; contact: Asked }) {
  const { t } = screen;
  const { answer, verified_at: at, method } = contact;
  return (
    <>
      <span class={`badge bg-${COLOURS[answer]}-lt`}>{t(`cooperation.answer_${answer}`)}</span>
      {at && (
        <div>
          {t('cooperation.verifiedAt')} <Instant screen={screen} at={at} />
          {method && <> {t(`organizations.method_${method as 'in-person'}`)}</>}
        </div>
      )}
    </>
  );
}

/** One round: what became of each contact, and what is to be done by whoever reads it. */
export function RoundPage({
  screen,
  round,
  refused,
}: {
  screen: Screen;
  round: Round;
  refused?: ApiRefused | undefined;
}) {
  const { t, me } = screen;
  const { id, organization, asked_by: asker, state, reminders } = round;
  const own = me?.organization.handle;
  const verifies = own === organization && hasRole(screen, 'administrator', 'liaison', 'duty-officer');
  const reminds =
    own === asker &&
    hasRole(screen, 'liaison') &&
    ['due-soon', 'overdue'].includes(state) &&
    !reminders.some(({ step }) => step === state);
  const columns = [
    {
      name: t('organizations.role'),
      cell: ({ role, name, email, telephone }: Asked) => (
        <>
          <strong>{t(`organizations.role_${role as 'duty'}`)}</strong> {name && <UserText text={name} />}
          <div dir="ltr">{email}</div>
          {telephone && <div dir="ltr">{telephone}</div>}
        </>
      ),
    },
    {
      name: t('cooperation.answer'),
      cell: (contact: Asked) => <Answered {...{ screen, contact }} />,
    },
  ];
  const act = {
    name: t('organizations.edit'),
    cell: ({ contact, answer }: Asked) =>
      answer !== 'confirmed' && (
        <a class="btn btn-sm" href={`/portal/organizations/${organization}/contacts/${contact}/verify`}>
          {t('organizations.verify')}
        </a>
      ),
  };
  return (
    <Page screen={screen} title={t('cooperation.oneRound')}>
      <FormFault screen={screen} refused={refused} />
      <p>
        <RoundState {...{ screen, round }} /> <Progress {...{ screen, round }} />
      </p>
      <Facts
        facts={[
          [
            t('cooperation.whose'),
            <a href={`/portal/organizations/${organization}`}>
              <UserText text={round.organization_name} />
            </a>,
          ],
          [t('cooperation.askedBy'), <UserText text={round.asked_by_name} />],
          [
            t('cooperation.under'),
            round.agreement && (
              <a href={`/portal/agreements/${round.agreement}`} dir="ltr">
                {round.agreement}
              </a>
            ),
          ],
          [t('cooperation.askedAt'), <Instant screen={screen} at={round.asked_at} />],
          [t('cooperation.dueAt'), <Instant screen={screen} at={round.due_at} />],
          [
            t('cooperation.answeredAt'),
            round.answered_at && <Instant screen={screen} at={round.answered_at} />,
          ],
          ...reminders.map(({ step, at }): [string, ReturnType<typeof Instant>] => [
            t(`cooperation.reminded_${step}`),
            <Instant screen={screen} at={at} />,
          ]),
        ]}
      />
      {reminds && (
        <ActForm screen={screen} action={`${ROUNDS}/${id}/reminders`}>
          <button class="btn btn-primary">{t('cooperation.remind')}</button>{' '}
          <small class="text-secondary">{t('cooperation.remindMeans')}</small>
        </ActForm>
      )}
      <h2>{t('organizations.contacts')}</h2>
      <Table
        screen={screen}
        caption={t('organizations.contacts')}
        rows={round.contacts}
        empty={t('organizations.noContacts')}
        columns={verifies ? [...columns, act] : columns}
      />
    </Page>
  );
}
