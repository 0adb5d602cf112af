import { countOf, type Fields, type RowsField, type Table, type TermField } from './field';
import { readTerm, rowsIn } from './read';

const withRows = (fields: Fields, name: string, count: number): Map<string, readonly string[]> =>
  new Map([...fields, [countOf(name), [String(count)]]]);

/** One row more at the end of a list. */
export const addRow = (fields: Fields, name: string): Fields =>
  withRows(fields, name, rowsIn(fields, name) + 1);

/** Without one of the rows of a list; those behind it move up. */
export function removeRow(fields: Fields, name: string, row: number): Fields {
  const count = rowsIn(fields, name);
  if (row >= count) return fields;
  const kept = [...fields].flatMap(([control, texts]): [string, readonly string[]][] => {
    const [, number, rest] = inRow(control, name) ?? [];
    if (rest === undefined || Number(number) < row) return [[control, texts]];
    return Number(number) === row ? [] : [[`${name}.${Number(number) - 1}${rest}`, texts]];
  });
  return withRows(new Map(kept), name, count - 1);
}

/** Which row of a list a control is in, and its name there. */
const inRow = (control: string, name: string): RegExpExecArray | null =>
  control.startsWith(`${name}.`) ? /^(\d+)(\..+)$/.exec(control.slice(name.length + 1)) : null;

/** The same grant once more at the end, from whom it went to to whom it went from. */
export function addOpposite(fields: Fields, name: string, row: number): Fields {
  const last = rowsIn(fields, name);
  if (row >= last) return fields;
  const swapped: Readonly<Record<string, string>> = { '.from': '.to', '.to': '.from' };
  const copied = [...fields].flatMap(([control, texts]): [string, readonly string[]][] => {
    const [, number, rest] = inRow(control, name) ?? [];
    if (rest === undefined || Number(number) !== row) return [];
    return [[`${name}.${last}${swapped[rest] ?? rest}`, texts]];
  });
  return withRows(new Map([...fields, ...copied]), name, last + 1);
}

/** Without the rows in which nothing is said, so that those left have the numbers by which faults are told. */
export function withoutEmptyRows(fields: Fields, name: string, table: Table): Fields {
  return Object.entries(table).reduce(
    (left, [key, field]) => compacted(left, `${name}.${key}`, field),
    fields,
  );
}

function compacted(fields: Fields, name: string, field: TermField): Fields {
  if (field.kind === 'group') return withoutEmptyRows(fields, name, field.fields);
  return field.kind === 'rows' ? compactedRows(fields, name, field) : fields;
}

function compactedRows(fields: Fields, name: string, { row: table, label, kept }: RowsField): Fields {
  let left = fields;
  for (let row = rowsIn(fields, name) - 1; row >= 0; row--) {
    left = withoutEmptyRows(left, `${name}.${row}`, table);
    const reading = { fields: left, zone: 'UTC', faults: [] };
    const said = readTerm(reading, `${name}.${row}`, { kind: 'group', label, fields: table });
    if (said === undefined && !kept) left = removeRow(left, name, row);
  }
  return left;
}
