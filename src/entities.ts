/** Every entity, for the data source and for the comparison with the migrated schema. */
export const entities: (new () => object)[] = [];
