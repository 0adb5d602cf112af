import type { components } from '../../../docs/openapi';
import { ActForm, FormFault } from '../frame/field';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

type Passing = components['schemas']['PassingOnView'];

/** What a team passes on to its constituents, and has passed on. */
export function PassingOnPage({
  screen,
  found,
  refused,
}: {
  screen: Screen;
  found: components['schemas']['PassingOnPage'];
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('passing.list')}
      actions={
        hasRole(screen, 'releaser') && (
          <a class="btn" href="/portal/passing-on/new">
            {t('passing.title')}
          </a>
        )
      }
    >
      <p class="text-secondary">{t('passing.about')}</p>
      <FormFault {...{ screen, refused }} />
      <Table
        screen={screen}
        caption={t('passing.list')}
        empty={t('passing.none')}
        rows={found.items}
        columns={[
          {
            name: t('passing.item'),
            cell: ({ type, item, reference }) => (
              <a href={pathOfItem(type, item)}>
                <code dir="ltr">{reference}</code>
              </a>
            ),
          },
          { name: t('passing.from'), cell: ({ originator }) => <bdi>{originator}</bdi> },
          { name: t('passing.toColumn'), cell: ({ to }) => <bdi>{to}</bdi> },
          { name: t('passing.since'), cell: ({ at }) => <Instant screen={screen} at={at} /> },
          {
            name: t('passing.state'),
            cell: ({ ended_at, end_reason }) =>
              ended_at ? (
                <>
                  {t('passing.ended')} <Instant screen={screen} at={ended_at} />{' '}
                  {end_reason && <UserText text={end_reason} />}
                </>
              ) : (
                t('passing.on')
              ),
          },
          { name: t('passing.end'), cell: (one) => <End {...{ screen, one }} /> },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

function End({ screen, one }: { screen: Screen; one: Passing }) {
  const { t } = screen;
  if (one.ended_at !== null || !hasRole(screen, 'releaser', 'liaison', 'duty-officer')) return null;
  return (
    <details>
      <summary>{t('passing.end')}</summary>
      <ActForm screen={screen} action={`/portal/passing-on/${one.id}/end`}>
        <label class="form-label">
          {t('passing.endReason')}
          <input class="form-control" name="reason" maxLength={2000} dir="auto" />
        </label>
        <button class="btn btn-danger">{t('passing.end')}</button>
      </ActForm>
    </details>
  );
}
