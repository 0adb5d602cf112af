import type { ComponentChildren } from 'preact';
import { inWords } from '../../frame/terms';
import { Instant } from '../../frame/time';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import { listOf } from '../../frame/listed';
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
    [
      t('incidents.class'),
      categories.length > 0 ? <bdi dir="ltr">{categories.join(', ')}</bdi> : t('cases.notSaid'),
    ],
    [
      t('incidents.sector'),
      listOf(
        screen,
        sectors.map((sector) => inWords(screen, 'sector', sector)),
      ) || t('cases.notSaid'),
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
      include === 'partners' ? t('cases.partners') : listOf(screen, include) || t('cases.nobody'),
    ],
    [
      t('products.types'),
      listOf(
        screen,
        handling.product_types.map((one) => inWords(screen, 'product', one)),
      ) || undefined,
    ],
    [t('cases.except'), exclude.length > 0 ? listOf(screen, exclude) : undefined],
    [t('cases.namedPersons'), named.length > 0 ? String(named.length) : undefined],
    [t('cases.nexus'), nexus.length > 0 ? listOf(screen, nexus) : undefined],
    [t('cases.embargo'), embargo ? <Instant screen={screen} at={embargo} /> : undefined],
  ];
}
