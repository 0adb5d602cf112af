import { Field } from '../../frame/field';
import { Select } from '../../frame/choices';
import {
  INFORMATION_TYPES,
  inWords,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  type TermKind,
} from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';

/** The filters that the web API has for a list of advisories. They stand in the address of the page. */
export const FILTERS = [
  'text',
  'tlp',
  'severity',
  'type',
  'category',
  'sector',
  'originator',
  'cve',
] as const;
export type Scope = 'own' | 'received';

const LESS_OFTEN = ['type', 'category', 'sector', 'originator', 'cve'] as const;

/** What a list may be narrowed to: a form that leads to the same list. */
export function Filters({
  screen,
  scope,
  refused,
}: {
  screen: Screen;
  scope: Scope;
  refused: ApiRefused | undefined;
}) {
  const { t, query } = screen;
  const choices = (kind: TermKind, codes: readonly string[]) =>
    codes.map((value) => ({ value, name: inWords(screen, kind, value) }));
  const tlp = [...TLP_ORDER, ...(scope === 'own' ? ['unlabelled'] : [])].map((value) => ({
    value,
    name: value === 'unlabelled' ? t('advisories.unlabelled') : `TLP:${value}`,
  }));
  const text = (name: (typeof FILTERS)[number], label: string, hint?: string) => (
    <Field
      {...{ screen, refused, name, label, hint }}
      control={(tied) => <input {...tied} value={query[name]} maxLength={200} />}
    />
  );
  const one = (name: (typeof FILTERS)[number], label: string, found: { value: string; name: string }[]) => (
    <Select
      {...{ screen, refused, name, label, none: t('frame.all'), choices: found, chosen: query[name] }}
    />
  );
  return (
    <form method="get" action="/portal/advisories" class="list-filters" role="search">
      <input type="hidden" name="scope" value={scope} />
      {text('text', t('frame.search'), t('frame.searchHint'))}
      {one('tlp', 'TLP', tlp)}
      {one('severity', t('advisories.severity'), choices('severity', SEVERITIES))}
      <details open={LESS_OFTEN.some((name) => query[name])}>
        <summary>{t('advisories.moreFilters')}</summary>
        <div class="list-filters">
          {one('type', t('advisories.informationType'), choices('type', INFORMATION_TYPES))}
          {one(
            'category',
            t('advisories.category'),
            RSIT_CODES.map((value) => ({ value, name: value })),
          )}
          {one('sector', t('advisories.sector'), choices('sector', SECTORS))}
          {scope === 'received' &&
            text(
              'originator',
              t('advisories.originator'),
              t('advisories.originatorHint', { example: 'pkcert' }),
            )}
          {text('cve', 'CVE', t('advisories.cveHint'))}
        </div>
      </details>
      <div class="filter-buttons">
        <button class="btn btn-primary">{t('frame.apply')}</button>
        {FILTERS.some((name) => query[name]) && (
          <a class="btn" href={`/portal/advisories?scope=${scope}`}>
            {t('frame.clearFilters')}
          </a>
        )}
      </div>
    </form>
  );
}
