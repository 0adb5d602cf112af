import { Page } from '../../frame/page';
import type { Screen } from '../../screen/screen';
import type { components } from '../../../../docs/openapi';
import { Lists } from './list.page';
import { SharedRows } from './shared-rows';

/** What is shared with the reader by name: TLP:RED. */
export function NamedPage({
  screen,
  items,
  next,
}: {
  screen: Screen;
  items: components['schemas']['ItemSummary'][];
  next: string | null;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('advisories.namedTitle')} labels={items.map(({ tlp }) => tlp)}>
      <Lists screen={screen} open="named" />
      <p class="text-secondary">{t('advisories.namedHelp')}</p>
      <SharedRows {...{ screen, items, next, caption: t('advisories.namedList') }} />
    </Page>
  );
}
