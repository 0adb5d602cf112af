import { DataSource, type DataSourceOptions } from 'typeorm';

/** Each statement sees what was committed before it: who waited for a lock judges by what holds afterwards. */
export const READ_COMMITTED = '-c default_transaction_isolation=read\\ committed';

/** What a data source is made for: reading and writing entities, or migrating. */
export interface DataSourceParts {
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations?: DataSourceOptions['migrations'];
  /** How many connections at most; ten unless given. */
  connections?: number;
}

/**
 * A TypeORM data source, not yet connected, that never changes the schema by itself: only migrations do.
 * @param url address of the database and the role to be
 */
export function createDataSource(
  url: string,
  { entities, migrations = [], connections = 10 }: DataSourceParts,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'accord',
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    // Extensions belong to the owner, by migration; the application role may not create any.
    installExtensions: false,
    extra: { max: connections, options: READ_COMMITTED },
  });
}
