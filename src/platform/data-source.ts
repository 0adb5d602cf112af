import { DataSource, type DataSourceOptions } from 'typeorm';

/** What a data source is made for: reading and writing entities, or migrating. */
export interface DataSourceParts {
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations?: DataSourceOptions['migrations'];
}

/**
 * A TypeORM data source, not yet connected, that never changes the schema by itself: only migrations do.
 * @param url address of the database and the role to be
 */
export function createDataSource(url: string, { entities, migrations = [] }: DataSourceParts): DataSource {
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
  });
}
