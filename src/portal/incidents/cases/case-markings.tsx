import type { ComponentChildren } from 'preact';
import { inWords } from '../../frame/terms';
import { Instant } from '../../frame/time';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import type { CaseVersion } from '../incident';

type Labels = Pick<
  CaseVersion['handling'],
  'tlp' | 'pap' | 'information_type' | 'categories' | 'sectors' | 'severity'
>;
type Fact = readonly [name: string, value: ComponentChildren];

/** How an incident is marked, to its owner and to whom it was shared with. */
export function labelFacts(screen: Screen, labels: Labels): Fact[] {
  const { t } = screen;
  const { tlp, pap, information_type: type, categories, sectors, severity } = labels;
  return [
    ['TLP', tlp ? <TlpLabel label={tlp} /> : t('incidents.unlabelled')],
    ['PAP', pap ? <PapLabel label={pap} /> : t('cases.notSaid')],
    [t('cases.type'), type ? inWords(screen, 'type', type) : t('cases.notSaid')],
    [t('incidents.severity'), severity ? inWords(screen, 'severity', severity) : t('cases.notSaid')],
    [t('incidents.class'), <bdi>{categories.join(', ') || t('cases.notSaid')}</bdi>],
    [
      t('incidents.sector'),
      sectors.map((sector) => inWords(screen, 'sector', sector)).join(', ') || t('cases.notSaid'),
    ],
  ];
}

/** To whom its owner lets it go, as far as agreements admit it. */
export function audienceFacts(screen: Screen, { handling }: CaseVersion): Fact[] {
  const { t } = screen;
  const { audience, named_persons: named, nexus, embargo_until: embargo } = handling;
  const { include, exclude } = audience;
  return [
    [
      t('cases.audience'),
      include === 'partners' ? t('cases.partners') : <bdi>{include.join(', ') || t('cases.nobody')}</bdi>,
    ],
    [t('cases.except'), exclude.length > 0 ? <bdi>{exclude.join(', ')}</bdi> : undefined],
    [t('cases.namedPersons'), named.length > 0 ? String(named.length) : undefined],
    [t('cases.nexus'), nexus.length > 0 ? <bdi>{nexus.join(', ')}</bdi> : undefined],
    [t('cases.embargo'), embargo ? <Instant screen={screen} at={embargo} /> : undefined],
  ];
}
