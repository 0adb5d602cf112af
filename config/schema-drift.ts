import type { DataSource, EntityMetadata, Table } from 'typeorm';

type ColumnMetadata = EntityMetadata['columns'][number];

const describe = (type: string, isArray: boolean, isNullable: boolean) =>
  `${type}${isArray ? '[]' : ''}${isNullable ? '' : ' NOT NULL'}`;

function columnDrift(source: DataSource, table: Table, column: ColumnMetadata): string | undefined {
  const found = table.findColumnByName(column.databaseName);
  const place = `${table.name}.${column.databaseName}`;
  if (!found) return `${place} is not in the database`;
  const actual = describe(found.type, found.isArray, found.isNullable);
  const expected = describe(source.driver.normalizeType(column), column.isArray, column.isNullable);
  return actual === expected ? undefined : `${place} is ${actual}, the entity says ${expected}`;
}

async function tableDrift(source: DataSource, entity: EntityMetadata): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    const table = await runner.getTable(entity.tablePath);
    if (!table) return [`${entity.tablePath} is not in the database`];
    return entity.columns
      .map((column) => columnDrift(source, table, column))
      .filter((fault) => fault !== undefined);
  } finally {
    await runner.release();
  }
}

/**
 * Where the entities differ from the migrated schema: tables, columns, types, and what may be null. What
 * only the migrations know (indexes, keys, policies, columns that no entity reads) is theirs.
 */
export async function schemaDrift(source: DataSource): Promise<string[]> {
  const faults: string[] = [];
  for (const entity of source.entityMetadatas) faults.push(...(await tableDrift(source, entity)));
  return faults;
}
