import type { OwedUnder } from '../../advisories/reading/owed-under';
import { Printed } from '../../advisories/reading/printed';
import { type Onward, OnwardSection } from '../../consents/onward';
import { Facts } from '../../frame/facts';
import { Page } from '../../frame/page';
import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { SharedIncident } from '../incident';
import { labelFacts } from './case-markings';
import { PartsTable } from './parts-table';

/** An incident that another team shares: what the terms let the reader's team have, and no more. */
export function SharedCasePage({
  screen,
  incident,
  owed,
  onward,
}: {
  screen: Screen;
  incident: SharedIncident;
  /** What goes with it. */
  owed: OwedUnder | undefined;
  /** Absent where it came under no agreement. */
  onward: Onward | undefined;
}) {
  const { t } = screen;
  const labels = [incident.tlp, ...incident.parts.map(({ tlp }) => tlp)];
  const facts = labelFacts(screen, incident);
  return (
    <Page
      screen={screen}
      title={t('cases.shared')}
      labels={labels}
      actions={
        <button class="btn" type="button" data-print>
          {t('frame.print')}
        </button>
      }
    >
      <h2>
        <UserText text={incident.title} />
      </h2>
      <Facts
        facts={[
          [t('cases.reference'), <bdi dir="ltr">{incident.reference}</bdi>],
          [t('incidents.originator'), <bdi>{incident.originator}</bdi>],
          [t('cases.releasedAt'), <Instant screen={screen} at={incident.released_at} />],
          ...facts,
        ]}
      />
      <Printed {...{ screen, owed }} />
      <h3>{t('incidents.summary')}</h3>
      <UserLines text={incident.summary} />
      {incident.details && (
        <>
          <h3>{t('cases.details')}</h3>
          <UserLines text={incident.details} />
        </>
      )}
      <h3>{t('cases.parts')}</h3>
      <PartsTable screen={screen} parts={incident.parts} />
      {onward && <OnwardSection {...{ screen, onward, item: incident.id, reference: incident.reference }} />}
    </Page>
  );
}
