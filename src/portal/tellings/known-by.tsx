import type { components } from '../../../docs/openapi';
import { Comma } from '../frame/listed';
import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { given } from '../web-api/refused';

type Disclosure = components['schemas']['DisclosureView'];

/** Who knows an item: to each team, with the first time, and how it came to know it. */
interface Knowing {
  team: string;
  since: string;
  versions: number[];
  told: boolean;
  /** Whether nothing let go some of what was told. */
  unauthorised: boolean;
  /** What its last version rests on. */
  last: Disclosure;
}
export interface KnownBy {
  teams: readonly Knowing[];
  /** Whether there are more disclosures than were looked at. */
  more: boolean;
}

const LOOKED = 200;

/** Asks to whom an own item became known. */
export async function askKnownBy({ api }: Screen, item: string): Promise<KnownBy> {
  const { items, next } = await given(
    api.GET('/api/v1/disclosures', { params: { query: { item, limit: LOOKED } } }),
  );
  const teams = [...Map.groupBy(items, ({ team }) => team)].map(([team, all]) => ({
    team,
    since: all.at(-1)!.at,
    versions: [...new Set(all.map(({ version }) => version))].toSorted((one, other) => one - other),
    told: all.some(({ projection }) => projection === 'told'),
    unauthorised: all.some(({ basis }) => basis === 'none'),
    last: all[0]!,
  }));
  return { teams, more: next !== null };
}

/** Who knows an own item, through this portal or by word of mouth. */
export function KnownBySection({ screen, item, known }: { screen: Screen; item: string; known: KnownBy }) {
  const { t } = screen;
  return (
    <section>
      <h3>{t('tellings.knownBy')}</h3>
      <Table
        {...{ screen, caption: t('tellings.knownBy'), empty: t('tellings.knownByNobody'), rows: known.teams }}
        columns={[
          {
            name: t('tellings.to'),
            cell: ({ team, told }) => (
              <>
                {team === 'public' ? (
                  t('recipients.everybody')
                ) : (
                  <a href={`/portal/organizations/${team}`}>{team}</a>
                )}{' '}
                {told && <span class="badge bg-blue-lt">{t('tellings.byMouth')}</span>}
              </>
            ),
          },
          { name: t('tellings.since'), cell: ({ since }) => <Instant screen={screen} at={since} /> },
          { name: t('tellings.versions'), cell: ({ versions }) => versions.join(' ') },
          {
            name: t('tellings.under'),
            cell: ({ unauthorised, last: { agreement, clause } }) => (
              <>
                {agreement && (
                  <>
                    <a href={`/portal/agreements/${agreement}`}>{agreement}</a>
                    <Comma screen={screen} />
                    <UserText text={clause ?? ''} />{' '}
                  </>
                )}
                {unauthorised && (
                  <strong class="badge bg-red-lt">
                    <span aria-hidden="true">! </span>
                    {t('tellings.underNothing')}
                  </strong>
                )}
              </>
            ),
          },
        ]}
      />
      {known.more && (
        <p>
          <a href={`/portal/record/item?item=${item}`}>{t('tellings.knownByAll')}</a>
        </p>
      )}
    </section>
  );
}
