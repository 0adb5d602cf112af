import { Page } from '../../frame/page';
import { inWords } from '../../frame/terms';
import { inZone } from '../../frame/time';
import { WordDifference } from '../../frame/word-difference';
import { listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import { labelsOf, nameOf, type OwnAdvisory, pageOf, type Version } from '../advisory';
import { audienceInWords } from './handling-facts';

/** One thing that a version says, as text that can be compared. */
type Said = readonly [name: string, of: (version: Version) => string];

function textsOf(screen: Screen): Said[] {
  const { t } = screen;
  return [
    [t('advisories.titleField'), ({ title }) => title],
    [t('advisories.summary'), ({ summary }) => summary ?? ''],
    [t('advisories.recommendation'), ({ recommendation }) => recommendation ?? ''],
    [t('advisories.details'), ({ details }) => details ?? ''],
    [t('advisories.cves'), ({ cves }) => cves.join('\n')],
    [
      t('advisories.references'),
      ({ references }) => references.map(({ summary, url }) => `${summary} ${url}`).join('\n'),
    ],
    [t('advisories.parts'), ({ parts }) => parts.map((part) => partInWords(screen, part)).join('\n\n')],
    [t('advisories.lang'), ({ lang }) => lang ?? ''],
  ];
}

function partInWords(
  screen: Screen,
  { kind, title, text, tlp, pap, tags }: Version['parts'][number],
): string {
  const markings = [
    tlp && `TLP:${tlp}`,
    pap && `PAP:${pap}`,
    ...tags.map((tag) => inWords(screen, 'tag', tag)),
  ];
  const marked = listOf(
    screen,
    markings.flatMap((marking) => marking ?? []),
  );
  return `${inWords(screen, 'part', kind)}: ${title}${marked && ` (${marked})`}\n${text}`;
}

function handlingOf(screen: Screen): Said[] {
  const { t } = screen;
  const words = (kind: 'type' | 'severity', code: string | null) => (code ? inWords(screen, kind, code) : '');
  return [
    ['TLP', ({ handling }) => handling.tlp ?? ''],
    ['PAP', ({ handling }) => handling.pap ?? ''],
    [t('advisories.severity'), ({ handling }) => words('severity', handling.severity)],
    [t('advisories.informationType'), ({ handling }) => words('type', handling.information_type)],
    [t('advisories.category'), ({ handling }) => handling.categories.join('\n')],
    [
      t('advisories.sector'),
      ({ handling }) => handling.sectors.map((sector) => inWords(screen, 'sector', sector)).join('\n'),
    ],
    [t('advisories.nexus'), ({ handling }) => handling.nexus.join('\n')],
    [
      t('advisories.embargo'),
      ({ handling }) => (handling.embargo_until ? inZone(screen, handling.embargo_until) : ''),
    ],
    [t('advisories.audience'), ({ handling }) => audienceInWords(screen, handling)],
    [t('advisories.named'), ({ handling }) => handling.named_persons.join('\n')],
  ];
}

/** Two versions as one text: what the later one says, and what the earlier one said instead. */
export function ComparePage({
  screen,
  advisory,
  from,
  to,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  from: Version;
  to: Version;
}) {
  const { t } = screen;
  const differing = [...textsOf(screen), ...handlingOf(screen)].filter(([, of]) => of(from) !== of(to));
  const numbers = advisory.versions.map(({ version }) => version);
  return (
    <Page
      screen={screen}
      title={t('advisories.compare')}
      labels={[...labelsOf(from), ...labelsOf(to)]}
      actions={
        <button type="button" class="btn" data-print>
          {t('frame.print')}
        </button>
      }
    >
      <p>
        {t('advisories.comparing', {
          from: from.version,
          to: to.version,
          name: nameOf(advisory, to.created_by),
          at: inZone(screen, to.created_at),
        })}{' '}
        <a href={pageOf(advisory.id)}>{t('advisories.back')}</a>
      </p>
      <form method="get" action={pageOf(advisory.id, 'compare')} class="filters">
        {(['from', 'to'] as const).map((name) => (
          <label>
            {t(`advisories.compare_${name}`)}
            <select name={name} class="form-select">
              {numbers.map((number) => (
                <option selected={number === { from, to }[name].version}>{number}</option>
              ))}
            </select>
          </label>
        ))}
        <button class="btn">{t('advisories.compareButton')}</button>
      </form>
      <p class="text-secondary">{t('advisories.compareHelp')}</p>
      {differing.length === 0 && <p class="empty-list">{t('advisories.same')}</p>}
      {differing.map(([name, of]) => (
        <section>
          <h2>{name}</h2>
          <WordDifference {...{ screen, former: of(from), now: of(to) }} />
        </section>
      ))}
    </Page>
  );
}
