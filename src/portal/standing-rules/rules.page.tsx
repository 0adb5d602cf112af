import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import { pathOfRule } from './standing-rule';

/** The standing rules of the organization, the last proposed first. */
export function RulesPage({
  screen,
  found,
}: {
  screen: Screen;
  found: components['schemas']['StandingRulePage'];
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('standing.title')}
      actions={
        hasRole(screen, 'releaser') && (
          <a class="btn btn-primary" href="/portal/standing-rules/new">
            {t('standing.propose')}
          </a>
        )
      }
    >
      <p class="text-secondary">{t('standing.about')}</p>
      <Table
        screen={screen}
        caption={t('standing.title')}
        empty={t('standing.none')}
        rows={found.items}
        columns={[
          {
            name: t('standing.name'),
            cell: ({ id, name }) => (
              <a href={pathOfRule(id)}>
                <UserText text={name} />
              </a>
            ),
          },
          { name: t('standing.state'), cell: ({ state }) => t(`standing.state_${state}`) },
          { name: t('standing.upTo'), cell: ({ tlp_up_to: upTo }) => <TlpLabel label={upTo} /> },
          { name: t('standing.partners'), cell: ({ partners }) => <bdi>{partners.join(' · ')}</bdi> },
          {
            name: t('standing.lastDay'),
            cell: ({ last_day: last, per_day: perDay }) => (
              <bdi>
                {last} / {perDay}
              </bdi>
            ),
          },
          {
            name: t('standing.until'),
            cell: ({ expires_at: until }) => <Instant screen={screen} at={until} />,
          },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}
