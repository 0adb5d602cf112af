import { Page } from '../frame/page';
import { Table } from '../frame/table';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Reminder } from '../reminders/reminder';
import { RemindersSection } from '../reminders/reminders.section';
import { hasRole, type Screen } from '../screen/screen';
import { addressOf, type Agreement, foremostTerms, namesIn, tellingOf } from './agreement';
import { Children, Conflicts, StandsBelow } from './around';
import { ChooseVersions } from './differences.page';
import { withQuery } from './what-if/asked';
import { NextSteps } from './next-steps';
import { Paper } from './paper/paper';
import { Texts } from './paper/texts';
import { Pauses } from './pauses/pauses';
import { Surviving } from './surviving';
import { Register, type Tally } from './register';
import { StateWords } from './state-words';
import { Succession } from './succession/succession';
import { TermsFacts, TermsText } from './terms-text';
import { timelineOf } from './timeline/events';
import { TimelineChart } from './timeline/timeline-chart';
import { TimelineList } from './timeline/timeline-list';

function Parties({ screen, agreement }: { screen: Screen; agreement: Agreement }) {
  const { t } = screen;
  return (
    <Table
      screen={screen}
      caption={t('agreements.parties')}
      rows={agreement.parties}
      columns={[
        {
          name: t('agreements.parties'),
          cell: ({ organization, name }) => (
            <a href={`/portal/organizations/${encodeURIComponent(organization)}`}>
              <UserText text={name} />
            </a>
          ),
        },
        {
          name: t('agreements.roles'),
          cell: ({ roles }) => roles.map((role) => t(`agreements.role_${role as 'observer'}`)).join(' · '),
        },
      ]}
    />
  );
}

/** The versions of terms: one is read here, the others are a link away. */
function Versions({ screen, agreement, shown }: { screen: Screen; agreement: Agreement; shown: number }) {
  const { t } = screen;
  if (agreement.terms.length < 2) return null;
  const previous = agreement.terms.findLast(({ number }) => number < shown)?.number ?? shown;
  const next = agreement.terms.find(({ number }) => number > shown)?.number ?? shown;
  return (
    <>
      <ul class="versions">
        {agreement.terms.map(({ number, in_force: inForce }) => (
          <li>
            <a
              href={`${addressOf(agreement.reference)}?terms=${number}#terms`}
              aria-current={number === shown ? 'true' : undefined}
            >
              {t('agreements.termsNumber', { number })}
              {inForce && <> ({t('agreements.termsInForce')})</>}
            </a>
          </li>
        ))}
      </ul>
      <ChooseVersions
        screen={screen}
        agreement={agreement}
        from={previous === shown ? shown : previous}
        to={previous === shown ? next : shown}
      />
    </>
  );
}

/** Below what has signed terms, and is no capacity agreement, procedure or case. */
const mayStandBelow = ({ kind, state, terms }: Agreement): boolean =>
  ['mou', 'treaty', 'community_membership', 'implementing_annex'].includes(kind) &&
  !state.ended &&
  terms.some(({ submitted, signed }) => submitted && signed);

export function AgreementPage({
  screen,
  agreement,
  tally,
  reminders,
}: {
  screen: Screen;
  agreement: Agreement;
  tally: Tally | undefined;
  reminders: readonly Reminder[] | undefined;
}) {
  const { t, query } = screen;
  const shown =
    agreement.terms.find(({ number }) => String(number) === query.terms) ?? foremostTerms(agreement);
  const telling = tellingOf(screen, agreement);
  const timeline = timelineOf(agreement);
  return (
    <Page
      screen={screen}
      title={t('agreements.one')}
      actions={
        <>
          {hasRole(screen, 'liaison', 'releaser', 'auditor') && (
            <a
              class="btn"
              href={withQuery('/portal/agreements/what-if', {
                // Of an agreement in force the first question is what would come of its end.
                ...(agreement.state.in_force ? { step: 'end' } : {}),
                agreement: agreement.reference,
              })}
            >
              {t('agreements.onward')}
            </a>
          )}
          {mayStandBelow(agreement) && hasRole(screen, 'liaison') && (
            <a class="btn" href={withQuery('/portal/agreements/draft', { below: agreement.reference })}>
              {t('below.draftBelow')}
            </a>
          )}
          {hasRole(screen, 'liaison', 'auditor') && (
            <a class="btn" href={`${addressOf(agreement.reference)}/report`}>
              {t('report.title')}
            </a>
          )}
          <a class="btn" href={withQuery('/portal/activities', { agreement: agreement.reference })}>
            {t('activities.title')}
          </a>
          <a class="btn" href={`${addressOf(agreement.reference)}/calendar`}>
            {t('reminders.calendar')}
          </a>
          <button type="button" class="btn" data-print>
            {t('frame.print')}
          </button>
        </>
      }
    >
      <p class="lead">
        <strong dir="ltr">{agreement.reference}</strong> <UserText text={agreement.title} />
      </p>
      <p class="text-secondary">
        {agreement.description?.classification && (
          <>
            <TlpLabel label={agreement.description.classification} />{' '}
          </>
        )}
        {t(`agreements.kind_${agreement.kind as 'mou'}`)} · {t('agreements.draftedBy')}{' '}
        <UserText text={namesIn(agreement)(agreement.drafted_by)} />
      </p>
      <StandsBelow screen={screen} agreement={agreement} />
      <StateWords screen={screen} state={agreement.state} />
      <Conflicts screen={screen} agreement={agreement} />
      <NextSteps screen={screen} agreement={agreement} />
      <Pauses screen={screen} pauses={agreement.pauses} nameOf={telling.nameOf} />
      <RemindersSection {...{ screen, reminders, agreement: agreement.reference }} />
      <Register screen={screen} tally={tally} />
      <Surviving screen={screen} surviving={agreement.surviving} nameOf={telling.nameOf} />
      {shown && (
        <section>
          <h2 id="terms">{t('agreements.termsNumber', { number: shown.number })}</h2>
          <Versions screen={screen} agreement={agreement} shown={shown.number} />
          <TermsFacts screen={screen} telling={telling} terms={shown} />
          <TermsText screen={screen} telling={telling} terms={shown} below={agreement.parent ?? undefined} />
          <Texts screen={screen} agreement={agreement} terms={shown} />
        </section>
      )}
      <Children screen={screen} agreement={agreement} />
      <Succession screen={screen} agreement={agreement} />
      <section>
        <h2>{t('agreements.timeline')}</h2>
        <p class="text-secondary">{t('agreements.timelineHelp')}</p>
        <TimelineChart screen={screen} timeline={timeline} />
        <details open>
          <summary>{t('agreements.timelineList')}</summary>
          <TimelineList screen={screen} timeline={timeline} nameOf={telling.nameOf} />
        </details>
      </section>
      <Paper screen={screen} agreement={agreement} />
      <section>
        <h2>{t('agreements.parties')}</h2>
        <Parties screen={screen} agreement={agreement} />
      </section>
    </Page>
  );
}
