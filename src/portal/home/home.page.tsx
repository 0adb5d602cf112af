import { narrowest } from '../frame/tlp';
import { PartFault } from '../frame/part-fault';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { Changes } from './changes/changes';
import { ChangesSection } from './changes/changes.section';
import type { Period } from './changes/since';
import type { Needs } from './needs/need';
import { NeedList, NeedsSection } from './needs/needs.section';

export interface HomeProps {
  screen: Screen;
  needs: Needs;
  /** What is shared with the reader by name; nobody else is told that there is such a thing. */
  byName: Needs;
  changes: Changes;
  period: Period;
  visited: boolean;
  from: string;
}

/** What needs the reader first, then what has changed. */
export function HomePage({ screen, needs, byName, ...rest }: HomeProps) {
  const { t, me } = screen;
  const labels = [...needs.needs, ...byName.needs, ...rest.changes.changes].map(({ tlp }) => tlp);
  return (
    <Page screen={screen} title={t('home.title')} labels={labels}>
      <p>{t('home.greeting', { name: me?.person?.name ?? '' })}</p>
      {byName.refused.map((one) => (
        <PartFault screen={screen} refused={one} />
      ))}
      {byName.needs.length > 0 && (
        <section aria-labelledby="by-name">
          <h2 id="by-name">{t('home.sharedByName')}</h2>
          <NeedList screen={screen} needs={byName.needs} />
        </section>
      )}
      <NeedsSection screen={screen} found={needs} label={narrowest(labels)} />
      <ChangesSection screen={screen} {...rest} />
    </Page>
  );
}
