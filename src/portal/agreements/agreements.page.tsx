import type { components } from '../../../docs/openapi';
import { listOf } from '../frame/listed';
import { Page } from '../frame/page';
import { Pager, Table } from '../frame/table';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen, standingOf } from '../screen/screen';
import { addressOf } from './agreement';
import { ListFilters } from './list-filters';
import { StateWords } from './state-words';
import { isStep } from './steps/steps';

type Row = components['schemas']['AgreementPage']['items'][number];

export function AgreementsPage({
  screen,
  page,
}: {
  screen: Screen;
  page: components['schemas']['AgreementPage'];
}) {
  const { t, me, query } = screen;
  const own = me?.organization.handle;
  const { agreements } = standingOf(screen);
  const stepsOf = (reference: string) =>
    agreements?.find((agreement) => agreement.reference === reference)?.next_steps ?? [];
  return (
    <Page
      screen={screen}
      title={t('agreements.title')}
      actions={
        <>
          <a class="btn" href="/portal/agreements/relationships">
            {t('agreements.relationships')}
          </a>
          {hasRole(screen, 'liaison', 'releaser', 'auditor') && (
            <a class="btn" href="/portal/overlay">
              {t('overlay.title')}
            </a>
          )}
          {hasRole(screen, 'liaison') && (
            <a class="btn btn-primary" href="/portal/agreements/draft">
              {t('steps.draft')}
            </a>
          )}
        </>
      }
    >
      <p class="text-secondary">{t('agreements.help')}</p>
      <ListFilters screen={screen} />
      <Table
        screen={screen}
        caption={t('agreements.title')}
        rows={page.items}
        empty={query.kind || query.state ? t('agreements.noneFound') : t('agreements.none')}
        columns={[
          {
            name: t('agreements.reference'),
            cell: ({ reference, title, kind }) => (
              <>
                <a href={addressOf(reference)} dir="ltr">
                  {reference}
                </a>
                <div>
                  <UserText text={title} />
                </div>
                <small class="text-secondary">{t(`agreements.kind_${kind as 'mou'}`)}</small>
              </>
            ),
          },
          {
            name: t('agreements.parties'),
            cell: ({ parties }) => (
              <ul class="plain-list">
                {parties
                  .filter(({ organization }) => organization !== own)
                  .map(({ name }) => (
                    <li>
                      <UserText text={name} />
                    </li>
                  ))}
              </ul>
            ),
          },
          { name: t('agreements.state'), cell: ({ state }) => <StateWords screen={screen} state={state} /> },
          ...(hasRole(screen, 'liaison')
            ? [
                {
                  name: t('agreements.mayDo'),
                  cell: ({ reference }: Row) =>
                    listOf(
                      screen,
                      [...new Set(stepsOf(reference))]
                        .filter(isStep)
                        .map((step) => t(`agreements.step_${step}`)),
                    ),
                },
              ]
            : []),
        ]}
      />
      <Pager screen={screen} next={page.next} />
    </Page>
  );
}
