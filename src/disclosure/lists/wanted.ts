import { millisOf } from '../../platform/instant';
import { type FieldError, Refusal } from '../../platform/refusal';
import type { ItemListQuery } from './item-list.query';
import { checkedReference } from './items-by-reference';

/** A half-open range of instants: from is in it, to is not. Null is no bound. */
export interface Range {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** What a list is asked for, checked, as the database takes it. */
export interface Wanted {
  readonly newest: boolean;
  /** Labels that all must hold, as tokens of app.item_words. */
  readonly labels: readonly string[];
  readonly text: string | null;
  readonly released: Range;
  readonly created: Range;
  readonly updated: Range;
  readonly fields: ReadonlySet<string> | null;
  /** What a cursor is bound to: everything that decides which rows there are and in which order. */
  readonly binding: string;
}

const RECEIVED_ONLY = ['purpose', 'originator', 'released_to_you_from', 'released_to_you_to'] as const;
const OWN_ONLY = ['created_from', 'created_to', 'updated_from', 'updated_to'] as const;

/** A filter that is not applied would mean "all", so what the scope does not have is refused. */
function scopeFaults(query: ItemListQuery): FieldError[] {
  const own = query.scope === 'own';
  const stray: string[] = (own ? RECEIVED_ONLY : OWN_ONLY).filter((name) => query[name] !== undefined);
  if (!own && query.tlp === 'unlabelled') stray.push('tlp');
  if (query.sort !== undefined && /created$/.test(query.sort) !== own) stray.push('sort');
  const message = own ? 'is not for scope=own' : 'is for scope=own only';
  return stray.map((field) => ({ field, rule: 'scope', message }));
}

const instant = (text: string | undefined) => (text === undefined ? null : new Date(millisOf(text)));

function rangeOf(query: ItemListQuery, name: 'released_to_you' | 'created' | 'updated'): Range {
  const [from, to] = [instant(query[`${name}_from`]), instant(query[`${name}_to`])];
  if (from && to && from >= to)
    throw Refusal.invalid({ field: `${name}_to`, rule: 'range', message: `must be after ${name}_from` });
  return { from, to };
}

function fieldsOf({ fields }: ItemListQuery, known: readonly string[]): ReadonlySet<string> | null {
  if (fields === undefined) return null;
  const names = fields.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return new Set(names);
  throw Refusal.invalid(
    ...unknown.map((name) => ({ field: 'fields', rule: 'unknown', message: `there is no field ${name}` })),
  );
}

function referenceOf({ reference }: ItemListQuery): string | undefined {
  if (reference === undefined) return undefined;
  const read = checkedReference(reference, 'reference');
  if (read !== undefined) return read;
  const message = 'must be a reference, as PK-7QX4-M2F9-3';
  throw Refusal.invalid({ field: 'reference', rule: 'reference', message });
}

/**
 * @param known the fields that the list has
 * @throws Refusal 422 naming each filter that the scope does not have, an empty range, a wrong check character or an
 * unknown field
 */
export function readWanted(query: ItemListQuery, known: readonly string[]): Wanted {
  const faults = scopeFaults(query);
  if (faults.length > 0) throw Refusal.invalid(...faults);
  const { tlp, type, category, sector, severity, originator, text = null } = query;
  const asked = { tlp, type, category, sector, severity, originator };
  const labels = Object.entries({ ...asked, cve: query.cve?.toUpperCase(), reference: referenceOf(query) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`);
  const newest = query.sort === undefined || query.sort.startsWith('-');
  const released = rangeOf(query, 'released_to_you');
  const [created, updated] = [rangeOf(query, 'created'), rangeOf(query, 'updated')];
  const binding = JSON.stringify([newest, labels, text, released, created, updated]);
  return { newest, labels, text, released, created, updated, fields: fieldsOf(query, known), binding };
}

/** The properties that were asked for, in the order in which they stand. */
export function pick<T extends object>(shown: T, fields: ReadonlySet<string> | null): T {
  if (fields === null) return shown;
  return Object.fromEntries(Object.entries(shown).filter(([name]) => fields.has(name))) as T;
}
