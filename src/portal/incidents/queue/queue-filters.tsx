import { addressWith } from '../../frame/table';
import { inWords, RSIT_CODES, SECTORS, SEVERITIES } from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import { REPORT_STATUSES } from '../incident';
import type { ListName } from './queue';

interface Filter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
}

/** What a list can be narrowed by; the state of it is in the address. */
function filtersOf(screen: Screen, list: ListName): Filter[] {
  const { t } = screen;
  if (list === 'reports')
    return [
      {
        name: 'status',
        label: t('incidents.status'),
        choices: REPORT_STATUSES.map((status) => [status, t(`incidents.status_${status}`)]),
      },
    ];
  return [
    {
      name: 'severity',
      label: t('incidents.severity'),
      choices: SEVERITIES.map((one) => [one, inWords(screen, 'severity', one)]),
    },
    { name: 'category', label: t('incidents.class'), choices: RSIT_CODES.map((code) => [code, code]) },
    {
      name: 'sector',
      label: t('incidents.sector'),
      choices: SECTORS.map((one) => [one, inWords(screen, 'sector', one)]),
    },
    { name: 'tlp', label: 'TLP', choices: TLP_ORDER.map((label) => [label, `TLP:${label}`]) },
  ];
}

const Narrowed = { reports: 'reporter', cases: undefined, shared: 'originator' } as const;

export function QueueFilters({ screen, list }: { screen: Screen; list: ListName }) {
  const { t, query } = screen;
  const filters = filtersOf(screen, list);
  const whose = Narrowed[list];
  const names = [...filters.map(({ name }) => name), 'text', 'since', ...(whose ? [whose] : [])];
  return (
    <form method="get" action="/portal/incidents" class="queue-filters" data-instant>
      <input type="hidden" name="list" value={list} />
      <label>
        {t('incidents.words')}
        <input type="search" class="form-control" name="text" value={query.text} maxLength={200} dir="auto" />
      </label>
      {filters.map(({ name, label, choices }) => (
        <label>
          {label}
          <select class="form-select" name={name}>
            <option value="">{t('frame.all')}</option>
            {choices.map(([value, words]) => (
              <option value={value} selected={query[name] === value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      {whose && (
        <label>
          {t(`incidents.${whose}`)}
          <input class="form-control" name={whose} value={query[whose]} maxLength={40} dir="ltr" />
        </label>
      )}
      <label>
        {t('incidents.since')}
        <input type="date" class="form-control" name="since" value={query.since} />
      </label>
      <div class="filters-act">
        <button class="btn">{t('incidents.filter')}</button>
        {names.some((name) => query[name]) && (
          <a class="btn" href={addressWith({ ...screen, path: '/portal/incidents' }, { list })}>
            {t('frame.clearFilters')}
          </a>
        )}
      </div>
    </form>
  );
}
