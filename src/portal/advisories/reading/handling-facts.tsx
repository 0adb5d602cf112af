import type { ComponentChildren } from 'preact';
import { inWords } from '../../frame/terms';
import { Instant } from '../../frame/time';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import { listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import type { Handling } from '../advisory';
import { Facts } from '../../frame/facts';

type Fact = readonly [name: string, value: ComponentChildren];
type Sorted = Pick<Handling, 'information_type' | 'categories' | 'sectors' | 'severity'>;

/** How an advisory is classified. */
export function sortedFacts(
  screen: Screen,
  { information_type, categories, sectors, severity }: Sorted,
): Fact[] {
  const { t } = screen;
  return [
    [t('advisories.severity'), severity && inWords(screen, 'severity', severity)],
    [t('advisories.informationType'), information_type && inWords(screen, 'type', information_type)],
    [t('advisories.category'), categories.length > 0 && <code dir="ltr">{categories.join(', ')}</code>],
    [
      t('advisories.sector'),
      listOf(
        screen,
        sectors.map((sector) => inWords(screen, 'sector', sector)),
      ),
    ],
  ];
}

const LABEL_HELP = {
  CLEAR: 'advisories.help_CLEAR',
  GREEN: 'advisories.help_GREEN',
  AMBER: 'advisories.help_AMBER',
  'AMBER+STRICT': 'advisories.help_STRICT',
  RED: 'advisories.help_RED',
} as const;

/** A label with what it means, in place. */
export function ExplainedLabel({ screen: { t }, tlp }: { screen: Screen; tlp: string | null }) {
  if (tlp === null) return <>{t('advisories.unlabelled')}</>;
  const help = Object.hasOwn(LABEL_HELP, tlp) ? LABEL_HELP[tlp as keyof typeof LABEL_HELP] : undefined;
  return (
    <>
      <TlpLabel label={tlp} /> {help && <span class="text-secondary">{t(help)}</span>}
    </>
  );
}

/** Who may get it, in words. */
export function audienceInWords(screen: Screen, { audience }: Handling): string {
  const { t } = screen;
  const { include, exclude } = audience;
  const to =
    include === 'partners'
      ? t('advisories.audiencePartners')
      : include.length > 0
        ? t('advisories.audienceThese', { teams: listOf(screen, include) })
        : t('advisories.audienceNobody');
  return exclude.length > 0
    ? `${to} ${t('advisories.audienceNever', { teams: listOf(screen, exclude) })}`
    : to;
}

/** How an own version may be handled. */
export function HandlingFacts({ screen, handling }: { screen: Screen; handling: Handling }) {
  const { t } = screen;
  const { tlp, pap, nexus, embargo_until: embargo, named_persons: named } = handling;
  return (
    <Facts
      facts={[
        ['TLP', <ExplainedLabel {...{ screen, tlp }} />],
        ['PAP', pap && <PapLabel label={pap} />],
        ...sortedFacts(screen, handling),
        [
          t('products.types'),
          listOf(
            screen,
            handling.product_types.map((one) => inWords(screen, 'product', one)),
          ),
        ],
        [t('advisories.nexus'), listOf(screen, nexus)],
        [
          t('advisories.embargo'),
          embargo && (
            <>
              <Instant screen={screen} at={embargo} />{' '}
              <span class="text-secondary">{t('advisories.embargoHelp')}</span>
            </>
          ),
        ],
        [t('advisories.audience'), audienceInWords(screen, handling)],
        [t('advisories.named'), named.length > 0 && t('advisories.namedCount', { count: named.length })],
      ]}
    />
  );
}

/** What each label means, folded away. */
export function LabelHelp({ screen: { t } }: { screen: Screen }) {
  return (
    <details>
      <summary>{t('advisories.labelHelp')}</summary>
      <dl class="facts">
        {Object.entries(LABEL_HELP).map(([label, help]) => (
          <div>
            <dt>
              <TlpLabel label={label} />
            </dt>
            <dd>{t(help)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
