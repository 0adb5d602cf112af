import type { paths } from '../../../docs/openapi';
import type { Screen } from '../screen/screen';

export type ListQuery = NonNullable<paths['/api/v1/agreements']['get']['parameters']['query']>;

const STATES = [
  'draft',
  'submitted',
  'approved',
  'signed',
  'rejected',
  'withdrawn',
  'in_force',
  'suspended',
  'notice_given',
  'ended',
  'expired',
  'superseded',
] as const satisfies readonly ListQuery['state'][];
const KINDS = [
  'mou',
  'treaty',
  'community_membership',
  'host_or_capacity_agreement',
  'implementing_annex',
  'sop',
  'case_arrangement',
] as const satisfies readonly ListQuery['kind'][];

/** What the list is asked for; the address keeps it. */
export function ListFilters({ screen }: { screen: Screen }) {
  const { t, query } = screen;
  return (
    <form method="get" action="/portal/agreements" class="filters">
      <label>
        {t('agreements.state')}
        <select name="state" class="form-select">
          <option value="">{t('frame.all')}</option>
          {STATES.map((state) => (
            <option value={state} selected={query.state === state}>
              {t(`agreements.state_${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('agreements.kind')}
        <select name="kind" class="form-select">
          <option value="">{t('frame.all')}</option>
          {KINDS.map((kind) => (
            <option value={kind} selected={query.kind === kind}>
              {t(`agreements.kind_${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <button class="btn">{t('frame.apply')}</button>
      {(query.state || query.kind) && (
        <a class="btn" href="/portal/agreements">
          {t('frame.clearFilters')}
        </a>
      )}
    </form>
  );
}
