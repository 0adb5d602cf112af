import type { ComponentChildren } from 'preact';
import type { Screen } from '../screen/screen';

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
}

/** Rows with headings; on a narrow screen each row becomes a card. An empty list says so. */
export function Table<Row>({
  screen,
  caption,
  columns,
  rows,
  empty,
}: {
  screen: Screen;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty?: string;
}) {
  if (rows.length === 0) return <p class="empty-list">{empty ?? screen.t('frame.nothing')}</p>;
  return (
    <div class="table-responsive">
      <table class="table table-vcenter cards-when-narrow">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ name, cell }) => (
                <td data-name={name}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The address of this page with other parameters; those that are undefined or empty fall away. */
export function addressWith(screen: Screen, changes: Record<string, string | undefined>): string {
  const [path = '', query = ''] = screen.path.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries({ told: undefined, ...changes }))
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  const rest = parameters.toString();
  return rest ? `${path}?${rest}` : path;
}

/** Leads through a list that is paged by cursors. A page never tells how many there are that one may not see. */
export function Pager({ screen, next }: { screen: Screen; next: string | null | undefined }) {
  const { t, query } = screen;
  if (!next && !query.cursor) return null;
  return (
    <nav class="pager" aria-label={t('frame.more')}>
      {query.cursor && (
        <a class="btn" href={addressWith(screen, { cursor: undefined })}>
          {t('frame.first')}
        </a>
      )}
      {next && (
        <a class="btn" rel="next" href={addressWith(screen, { cursor: next })}>
          {t('frame.next')}
        </a>
      )}
    </nav>
  );
}
