import type { MessageKey } from '../../../messages/catalogue';
import type { GroupField, Table, TermField } from './field';

/** Where in the form something is, by its path in the terms. */
export interface Place {
  /** The labels on the way to it, and the number of each row. */
  readonly labels: readonly { readonly label: MessageKey; readonly number?: number }[];
  /** The control with a label of its own; undefined where several stand together. */
  readonly control: string | undefined;
}

const ALONE: readonly TermField['kind'][] = ['text', 'number', 'instant', 'choice', 'lines', 'either'];

function within(field: TermField): Table | undefined {
  if (field.kind === 'group') return field.fields;
  return field.kind === 'either' && field.content.kind === 'group' ? field.content.fields : undefined;
}

/** The place of a path below a name, as `terms` and `grants.0.clause`. What the form does not have, it ends before. */
export function placeOf(form: GroupField, name: string, path: string): Place {
  const labels: { label: MessageKey; number?: number }[] = [];
  let [table, at, control]: [Table | undefined, string, string | undefined] = [form.fields, name, undefined];
  const parts = path.split('.');
  while (parts.length > 0 && table) {
    const part: string = parts.shift()!;
    const field: TermField | undefined = Object.hasOwn(table, part) ? table[part] : undefined;
    if (!field) break;
    at = `${at}.${part}`;
    control = ALONE.includes(field.kind) ? at : undefined;
    if (field.kind === 'rows') {
      const row = /^\d+$/.test(parts[0] ?? '') ? parts.shift() : undefined;
      labels.push(row === undefined ? { label: field.label } : { label: field.one, number: Number(row) + 1 });
      at = row === undefined ? at : `${at}.${row}`;
      table = row === undefined ? undefined : field.row;
    } else {
      labels.push({ label: field.label });
      table = within(field);
    }
  }
  return { labels, control };
}
