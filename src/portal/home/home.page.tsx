import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';

export function HomePage({ screen }: { screen: Screen }) {
  const { t, me } = screen;
  return (
    <Page screen={screen} title={t('home.title')}>
      <p>{t('home.greeting', { name: me?.person?.name ?? '' })}</p>
    </Page>
  );
}
