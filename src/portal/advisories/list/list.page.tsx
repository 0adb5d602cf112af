import { Page } from '../../frame/page';
import { FormFault } from '../../frame/field';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { OwnRow, SharedRow } from '../advisory';
import { Filters, type Scope } from './filters';
import { OwnRows } from './own-rows';
import { SharedRows } from './shared-rows';

export type Shown =
  | { scope: 'own'; items: OwnRow[]; next: string | null }
  | { scope: 'received'; items: SharedRow[]; next: string | null };

/** The lists of advisories, and which is open. */
export function Lists({ screen, open }: { screen: Screen; open: Scope | 'named' }) {
  const { t } = screen;
  const lists = [
    ['own', '/portal/advisories?scope=own', t('advisories.ownList')],
    ['received', '/portal/advisories?scope=received', t('advisories.receivedList')],
    ...(hasRole(screen, 'duty-officer')
      ? [['named', '/portal/advisories/named', t('advisories.namedList')] as const]
      : []),
  ] as const;
  return (
    <nav aria-label={t('advisories.lists')}>
      <ul class="places lists">
        {lists.map(([name, address, words]) => (
          <li>
            <a href={address} aria-current={name === open ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Own advisories, or those that others share. */
export function ListPage({
  screen,
  scope,
  shown,
  refused,
}: {
  screen: Screen;
  scope: Scope;
  shown: Shown | undefined;
  refused: ApiRefused | undefined;
}) {
  const { t } = screen;
  const labels =
    shown?.scope === 'own'
      ? shown.items.map(({ handling }) => handling.tlp)
      : shown?.items.map(({ tlp }) => tlp);
  const actions = (
    <>
      {scope === 'received' && (
        <>
          <a class="btn" href="/portal/passing-on">
            {t('passing.list')}
          </a>
          <a class="btn" href="/portal/acknowledgements">
            {t('acknowledged.title')}
          </a>
        </>
      )}
      {scope === 'own' && (
        <a class="btn" href="/portal/standing-rules">
          {t('standing.title')}
        </a>
      )}
      {hasRole(screen, 'analyst') && <DraftActions screen={screen} />}
    </>
  );
  return (
    <Page screen={screen} title={t('frame.advisories')} labels={labels ?? []} actions={actions}>
      <Lists screen={screen} open={scope} />
      <FormFault screen={screen} refused={refused} />
      <Filters {...{ screen, scope, refused }} />
      {shown?.scope === 'own' && <OwnRows {...{ screen, ...shown }} />}
      {shown?.scope === 'received' && <SharedRows {...{ screen, ...shown }} />}
    </Page>
  );
}

function DraftActions({ screen: { t } }: { screen: Screen }) {
  return (
    <>
      <a class="btn btn-primary" href="/portal/advisories/new">
        {t('advisories.draftNew')}
      </a>
      <a class="btn" href="/portal/advisories/import">
        {t('advisories.importFiles')}
      </a>
    </>
  );
}
