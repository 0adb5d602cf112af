import { type Onward, OnwardSection } from '../../consents/onward';
import { Page } from '../../frame/page';
import { Instant } from '../../frame/time';
import { PapLabel } from '../../frame/tlp';
import { ComparedText, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { pageOf, type SharedAdvisory } from '../advisory';
import type { ReceivedUnder } from '../received-under';
import { Facts } from '../../frame/facts';
import { ExplainedLabel, sortedFacts } from './handling-facts';
import type { OwedUnder } from './owed-under';
import { Parts } from './parts';
import { Printed } from './printed';
import { Texts } from './texts';

/** An advisory that another organization shares, as it came to the reader. */
export function SharedPage({
  screen,
  advisory,
  under,
  owed,
  onward,
}: {
  screen: Screen;
  advisory: SharedAdvisory;
  under: ReceivedUnder | undefined;
  /** What goes with it. */
  owed: OwedUnder | undefined;
  /** Absent where it came under no agreement. */
  onward: Onward | undefined;
}) {
  const { t } = screen;
  const { id, tlp, pap, parts, publisher } = advisory;
  return (
    <Page
      screen={screen}
      title={t('advisories.one')}
      labels={[tlp, ...parts.map((part) => part.tlp)]}
      actions={<Downloads {...{ screen, id, csaf: advisory.tracking_id !== null }} />}
    >
      <h2>
        <UserText text={advisory.title} />
      </h2>
      <Facts
        facts={[
          ['TLP', <ExplainedLabel {...{ screen, tlp }} />],
          ['PAP', pap && <PapLabel label={pap} />],
          [t('advisories.originator'), <bdi>{advisory.originator}</bdi>],
          [t('advisories.publisher'), <UserText text={publisher.name} />],
          ...sortedFacts(screen, advisory),
          [t('advisories.released'), <Instant screen={screen} at={advisory.released_at} />],
          [t('advisories.versionField'), t('advisories.yourVersion', { version: advisory.version })],
          [t('advisories.reference'), <code dir="ltr">{advisory.reference}</code>],
          ['CSAF', advisory.tracking_id && <ComparedText screen={screen} text={advisory.tracking_id} />],
        ]}
      />
      <Printed {...{ screen, owed }} />
      {under && <Under {...{ screen, under, owed: owed?.owed ?? [] }} />}
      <Texts {...{ screen, said: advisory }} />
      <Parts {...{ screen, parts, label: tlp }} />
      {onward && <OnwardSection {...{ screen, onward, item: id, reference: advisory.reference }} />}
    </Page>
  );
}

/** Under which agreement and clause it came, and what that asks of the reader. */
function Under({ screen, under, owed }: { screen: Screen; under: ReceivedUnder; owed: readonly string[] }) {
  const { t } = screen;
  const { agreement, clause, terms } = under;
  return (
    <section class="card card-body mb-3">
      <h3>{t('advisories.under')}</h3>
      {agreement ? (
        <p>
          {t('recipients.underGrant', { agreement, terms: String(terms ?? ''), clause: clause ?? '' })}{' '}
          <a href={`/portal/agreements/${encodeURIComponent(agreement)}`}>{t('advisories.readAgreement')}</a>
        </p>
      ) : (
        <p>{t('recipients.underPublic')}</p>
      )}
      {owed.length > 0 && (
        <>
          <p>{t('advisories.obligations')}</p>
          <ul>
            {owed.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What can be taken along of an advisory. */
export function Downloads({ screen: { t }, id, csaf }: { screen: Screen; id: string; csaf: boolean }) {
  return (
    <>
      {csaf && (
        <>
          <a class="btn" href={pageOf(id, 'csaf')} download>
            {t('advisories.downloadCsaf')}
          </a>
          <a class="btn" href={pageOf(id, 'products')}>
            {t('advisories.products')}
          </a>
        </>
      )}
      <button type="button" class="btn" data-print>
        {t('frame.print')}
      </button>
    </>
  );
}
