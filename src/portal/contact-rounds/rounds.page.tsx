import type { components } from '../../../docs/openapi';
import { type Choice, Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { addressWith, Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen, standingOf } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

export type Round = components['schemas']['ContactRoundView'];
export type Side = 'received' | 'asked';

export const ROUNDS = '/portal/contact-rounds';

/** How a round stands, so that what is late is seen first. */
export function RoundState({ screen, round }: { screen: Screen; round: Round }) {
  const colour = { open: 'blue', 'due-soon': 'yellow', overdue: 'red', answered: 'green' }[round.state];
  return <span class={`badge bg-${colour}-lt`}>{screen.t(`cooperation.round_${round.state}`)}</span>;
}

/** How many of the contacts were confirmed, as a bar and in words. */
export function Progress({ screen, round }: { screen: Screen; round: Round }) {
  const confirmed = round.contacts.filter(({ answer }) => answer === 'confirmed').length;
  const said = screen.t('cooperation.confirmedOf', { confirmed, count: round.contacts.length });
  return (
    <>
      <progress
        class="round-progress"
        max={Math.max(round.contacts.length, 1)}
        value={confirmed}
        aria-label={said}
      />{' '}
      {said}
    </>
  );
}

/** Whom the reader may ask: its own organization, and partners under agreements in force. */
function choicesOf(screen: Screen): Choice[] {
  const { me, t } = screen;
  const own = me?.organization;
  const partners = (standingOf(screen).directions ?? []).map(
    ({ counterpart, counterpart_name: name, agreement }) => ({
      value: `${counterpart} ${agreement}`,
      name: `${name} (${agreement})`,
    }),
  );
  const seen = new Map(partners.map((choice) => [choice.value, choice]));
  return [...(own ? [{ value: own.handle, name: t('cooperation.ownContacts') }] : []), ...seen.values()];
}

function AskForm({ screen, refused }: { screen: Screen; refused?: ApiRefused | undefined }) {
  const { t } = screen;
  return (
    <details open={refused !== undefined}>
      <summary>{t('cooperation.askRound')}</summary>
      <p>{t('cooperation.askRoundMeans')}</p>
      <ActForm screen={screen} action={ROUNDS}>
        <FormFault screen={screen} refused={refused} />
        <Select
          {...{ screen, refused, name: 'agreement', label: t('cooperation.whose'), required: true }}
          choices={choicesOf(screen)}
          chosen={undefined}
        />
        <Field
          {...{
            screen,
            refused,
            name: 'due_at',
            label: t('cooperation.dueAt'),
            hint: t('cooperation.dueAtHint'),
          }}
          control={(tied) => <input {...tied} type="date" />}
        />
        <button class="btn btn-primary">{t('cooperation.ask')}</button>
      </ActForm>
    </details>
  );
}

interface RoundsProps {
  screen: Screen;
  found: components['schemas']['ContactRoundPage'];
  side: Side;
  refused?: ApiRefused | undefined;
}

/** Rounds in which contacts are verified: those that the reader's organization was asked, or that it asked. */
export function RoundsPage({ screen, found, side, refused }: RoundsProps) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('cooperation.rounds')}>
      <ul class="places lists">
        {(['received', 'asked'] as const).map((one) => (
          <li>
            <a
              aria-current={one === side ? 'page' : undefined}
              href={addressWith(screen, { side: one, cursor: undefined })}
            >
              {t(`cooperation.rounds_${one}`)}
            </a>
          </li>
        ))}
      </ul>
      {hasRole(screen, 'liaison') && <AskForm {...{ screen, refused }} />}
      <Table
        screen={screen}
        caption={t(`cooperation.rounds_${side}`)}
        empty={t('cooperation.noRounds')}
        rows={found.items}
        columns={[
          {
            name: t('cooperation.whose'),
            cell: ({ id, organization_name: name }) => (
              <a href={`${ROUNDS}/${id}`}>
                <UserText text={name} />
              </a>
            ),
          },
          {
            name: t('cooperation.askedBy'),
            cell: ({ asked_by_name: name, agreement }) => (
              <>
                <UserText text={name} /> {agreement && <bdi dir="ltr">{agreement}</bdi>}
              </>
            ),
          },
          { name: t('cooperation.dueAt'), cell: ({ due_at: at }) => <Instant screen={screen} at={at} /> },
          { name: t('cooperation.state'), cell: (round) => <RoundState {...{ screen, round }} /> },
          { name: t('cooperation.progress'), cell: (round) => <Progress {...{ screen, round }} /> },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}
