import { Page } from '../../frame/page';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { type RedStanding, RedStopped } from '../../frame/red-standing';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import { Comma } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import { addressOf, type AgreementSummary } from '../agreement';
import { Successions } from '../succession/successions';
import type { Edge } from './edges';
import { RelationshipGraph } from './relationship-graph';

export function RelationshipsPage({
  screen,
  edges,
  standings,
  agreements,
}: {
  screen: Screen;
  edges: readonly Edge[];
  standings: readonly RedStanding[];
  agreements: readonly AgreementSummary[];
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('agreements.relationships')}
      actions={
        <button type="button" class="btn" data-print>
          {t('frame.print')}
        </button>
      }
    >
      <p class="text-secondary">{t('agreements.relationshipsHelp')}</p>
      <RedStopped {...{ screen, standings }} />
      {edges.length === 0 ? (
        <p class="empty-list">{t('agreements.noRelationships')}</p>
      ) : (
        <>
          <RelationshipGraph screen={screen} edges={edges} />
          <details open>
            <summary>{t('agreements.edgesTable')}</summary>
            <Table
              screen={screen}
              caption={t('agreements.relationships')}
              rows={edges}
              columns={[
                {
                  name: t('agreements.partner'),
                  cell: ({ name, counterpart }) => (
                    <a href={`/portal/organizations/${counterpart}`}>
                      <UserText text={name} />
                    </a>
                  ),
                },
                {
                  name: t('agreements.direction'),
                  cell: ({ direction }) => t(`agreements.direction_${direction}`),
                },
                {
                  name: t('agreements.ceiling'),
                  cell: ({ ceiling }) => ceiling && <TlpLabel label={ceiling} />,
                },
                {
                  name: t('agreements.state'),
                  cell: ({ state, until }) => (
                    <>
                      {t(`agreements.edge_${state}`)}
                      {until && (
                        <>
                          <Comma screen={screen} />
                          {t('agreements.until')} <Instant screen={screen} at={until} />
                        </>
                      )}
                    </>
                  ),
                },
                {
                  name: t('agreements.reference'),
                  cell: ({ agreement, clause }) => (
                    <>
                      <a href={addressOf(agreement)} dir="ltr">
                        {agreement}
                      </a>
                      <Comma screen={screen} />
                      <UserText text={clause} />
                    </>
                  ),
                },
                {
                  name: t('agreements.flowed'),
                  cell: ({ flowed }) =>
                    flowed && (
                      <>
                        {t('agreements.flowedVersions', {
                          count: flowed.versions,
                          more: String(flowed.at_least),
                        })}
                        {flowed.last_at && (
                          <>
                            <Comma screen={screen} />
                            {t('agreements.flowedLast')} <Instant screen={screen} at={flowed.last_at} />
                          </>
                        )}
                      </>
                    ),
                },
              ]}
            />
            <p class="text-secondary">{t('agreements.flowedHelp')}</p>
          </details>
        </>
      )}
      <Successions screen={screen} agreements={agreements} />
    </Page>
  );
}
