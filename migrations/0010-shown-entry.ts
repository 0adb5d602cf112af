const COLUMNS = {
  team_id: 'uuid',
  seq: 'bigint',
  kind: 'text',
  basis: 'text',
  item_id: 'uuid',
  item_kind: 'text',
  owner_id: 'uuid',
  item_version_id: 'uuid',
  variant_id: 'uuid',
  variant_version_id: 'uuid',
  notice: 'text',
  notice_types: 'text[]',
  counterpart_id: 'uuid',
  about: 'int',
  date_added: 'bigint',
};

/** The columns of app.shown_entry, read from a row of feed_entry; `other` says where some come from instead. */
export const shown = (entry: string, other: Partial<Record<keyof typeof COLUMNS, string>> = {}): string =>
  (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])
    .map((column) => other[column] ?? `${entry}.${column}`)
    .join(', ');

/**
 * What of an entry leaves the database. A type of its own: a statement that is planned already, and one that answers
 * rows of the table, would fail once the table has another column.
 */
export const SHOWN_ENTRY = `CREATE TYPE app.shown_entry AS (${Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')});`;

export const NO_SHOWN_ENTRY = 'DROP TYPE app.shown_entry';
