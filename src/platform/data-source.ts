import { DataSource, type DataSourceOptions } from 'typeorm';

/**
 * The address with the isolation that everything here is written for: each statement sees what was committed before
 * it, so who waited for a lock judges by what holds afterwards. Said last, it holds whatever else the address says.
 */
export function withReadCommitted(url: string, more = ''): string {
  if (url === '') return url;
  const address = new URL(url);
  const others = address.searchParams.get('options') ?? '';
  address.searchParams.set(
    'options',
    `${others} ${more} -c default_transaction_isolation=read\\ committed`.trim(),
  );
  return address.toString();
}

/** What a data source is made for: reading and writing entities, or migrating. */
export interface DataSourceParts {
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations?: DataSourceOptions['migrations'];
  /** How many connections at most; ten unless given. */
  connections?: number;
  /** What the server is told when a connection begins, as `-c lock_timeout=1s`. */
  options?: string;
}

/**
 * A TypeORM data source, not yet connected, that never changes the schema by itself: only migrations do.
 * @param url address of the database and the role to be
 */
export function createDataSource(
  url: string,
  { entities, migrations = [], connections = 10, options }: DataSourceParts,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: withReadCommitted(url, options),
    applicationName: 'accord',
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    // Extensions belong to the owner, by migration; the application role may not create any.
    installExtensions: false,
    extra: { max: connections },
  });
}
