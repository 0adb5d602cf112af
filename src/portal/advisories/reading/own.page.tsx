import { type Approvals, ApprovalsSection } from '../../approvals/approvals';
import { AloneLink } from '../../emergencies/released-alone';
import { UnderRuleLink } from '../../standing-rules/under-rule-link';
import { listOf } from '../../frame/listed';
import { Page } from '../../frame/page';
import { ComparedText, UserText } from '../../frame/user-text';
import { Instant } from '../../frame/time';
import { pathOfCase } from '../../incidents/incident';
import { hasRole, type Screen } from '../../screen/screen';
import { type KnownBy, KnownBySection } from '../../tellings/known-by';
import { mayTell, pathOfTellingForm } from '../../tellings/telling';
import {
  labelsOf,
  latestOf,
  mayBeReleased,
  mayBeWithdrawn,
  nameOf,
  type OwnAdvisory,
  pageOf,
} from '../advisory';
import { Findings } from '../findings';
import { BesideOwnSections, WaitsBeside } from './beside-own.sections';
import type { BesideOwn } from './beside-own';
import { StageBadge } from '../stage';
import { Facts } from '../../frame/facts';
import { type RedStanding, RedStopped } from '../../frame/red-standing';
import { HandlingFacts } from './handling-facts';
import { History } from './history';
import { Parts } from './parts';
import { Downloads } from './shared.page';
import { LinkToVictims } from '../../victims/link-to-victims';
import { Texts } from './texts';

/** An advisory of the reader's own organization: the latest version, its handling and what became of it. */
export function OwnPage({
  screen,
  advisory,
  known,
  standings,
  beside,
  approvals,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  known: KnownBy;
  /** Of those to whom RED may go; none where it is not marked RED. */
  standings: readonly RedStanding[];
  beside: BesideOwn;
  approvals: Approvals;
}) {
  const { t } = screen;
  const version = latestOf(advisory);
  const row = { ...advisory, withdrawn: advisory.withdrawal !== null };
  return (
    <Page
      screen={screen}
      title={t('advisories.one')}
      labels={labelsOf(version)}
      actions={<Acts {...{ screen, advisory }} />}
    >
      <h2>
        <UserText text={version.title} /> <StageBadge {...{ screen, row }} />
      </h2>
      {advisory.withdrawal && (
        <p class="alert alert-warning">
          {t('advisories.withdrawnBy', { name: nameOf(advisory, advisory.withdrawal.recorded_by) })}{' '}
          <Instant screen={screen} at={advisory.withdrawal.at} />{' '}
          <UserText text={advisory.withdrawal.reason} />
        </p>
      )}
      <RedStopped {...{ screen, standings }} />
      <WaitsBeside {...{ screen, beside }} />
      {mayBeReleased(row) && <Next {...{ screen, advisory }} />}
      <Findings {...{ screen, title: t('advisories.keepsHere'), findings: advisory.findings }} />
      <Texts {...{ screen, said: version }} />
      <Parts {...{ screen, parts: version.parts, label: version.handling.tlp }} />
      <LinkToVictims {...{ screen, kind: 'advisory', id: advisory.id, parts: version.parts }} />
      <section>
        <h3>{t('advisories.handling')}</h3>
        <HandlingFacts {...{ screen, handling: version.handling }} />
      </section>
      <section>
        <h3>{t('advisories.identity')}</h3>
        <Facts
          facts={[
            [t('advisories.reference'), <code dir="ltr">{advisory.reference}</code>],
            ['CSAF', <ComparedText screen={screen} text={advisory.tracking_id} />],
            [
              t('advisories.publisher'),
              advisory.source && <UserText text={advisory.source.publisher_name} />,
            ],
            [
              t('advisories.fromCase'),
              advisory.from_case && <a href={pathOfCase(advisory.from_case)}>{t('advisories.openCase')}</a>,
            ],
            [
              t('consents.derivedFrom'),
              advisory.derived_from && (
                <a href={pageOf(advisory.derived_from.id)}>
                  {t('consents.derivedOf', {
                    reference: advisory.derived_from.reference,
                    team: advisory.derived_from.originator,
                  })}
                </a>
              ),
            ],
          ]}
        />
        <p class="text-secondary">{t('advisories.referenceHelp')}</p>
      </section>
      <ApprovalsSection
        {...{ screen, approvals }}
        of={{
          ...{
            item: advisory.id,
            back: pageOf(advisory.id),
            version: version.version,
            authors: version.authors,
          },
          withdrawn: advisory.withdrawal !== null,
        }}
      />
      <KnownBySection {...{ screen, item: advisory.id, known }} />
      <BesideOwnSections {...{ screen, advisory, beside }} />
      <History {...{ screen, advisory }} />
    </Page>
  );
}

/** Who has to act next on a version that has not gone out, in words: four eyes see what leaves. */
function Next({ screen, advisory }: { screen: Screen; advisory: OwnAdvisory }) {
  const { t, me } = screen;
  const { authors } = latestOf(advisory);
  const names = listOf(
    screen,
    authors.map((author) => nameOf(advisory, author)),
  );
  const own = me?.person && authors.includes(me.person.id);
  return (
    <p class="alert alert-info">
      {t('advisories.notOut')}{' '}
      {own && hasRole(screen, 'releaser')
        ? t('advisories.youAreAuthor')
        : t('advisories.fourEyes', { names })}
    </p>
  );
}

function Acts({ screen, advisory }: { screen: Screen; advisory: OwnAdvisory }) {
  const { t } = screen;
  const { id, withdrawal } = advisory;
  const row = { ...advisory, withdrawn: withdrawal !== null };
  const releases = hasRole(screen, 'releaser');
  return (
    <>
      {releases && mayBeReleased(row) && (
        <a class="btn btn-primary" href={pageOf(id, 'release')}>
          {t('advisories.release')}
        </a>
      )}
      {mayBeReleased(row) && <UnderRuleLink {...{ screen, kind: 'advisory', id }} />}
      {mayBeReleased(row) && <AloneLink {...{ screen, kind: 'advisory', id }} />}
      {hasRole(screen, 'analyst') && !withdrawal && (
        <a class="btn" href={pageOf(id, 'edit')}>
          {t('advisories.edit')}
        </a>
      )}
      {releases && mayBeWithdrawn(row) && (
        <a class="btn" href={pageOf(id, 'withdraw')}>
          {t('advisories.withdraw')}
        </a>
      )}
      {mayTell(screen) && (
        <a class="btn" href={pathOfTellingForm({ item: advisory.reference })}>
          {t('tellings.tell')}
        </a>
      )}
      <Downloads {...{ screen, id, csaf: latestOf(advisory).handling.tlp !== null }} />
    </>
  );
}
