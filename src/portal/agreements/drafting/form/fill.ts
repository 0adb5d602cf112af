import { localOf, shownFor } from '../../../frame/local-time';
import {
  contentName,
  countOf,
  type Fields,
  type GroupField,
  moreOf,
  type RowsField,
  shownOf,
  type TermField,
  THESE,
} from './field';
import { readTerm } from './read';

type Entry = readonly [name: string, texts: readonly string[]];
type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : [];

function group(zone: string, name: string, { fields }: GroupField, value: unknown): Entry[] {
  if (!isObject(value)) return [];
  return Object.entries(fields).flatMap(([key, field]) =>
    entriesOf(zone, `${name}.${key}`, field, value[key]),
  );
}

function rows(zone: string, name: string, field: RowsField, value: unknown): Entry[] {
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const one: GroupField = { kind: 'group', label: field.label, fields: field.row };
  return [
    [countOf(name), [String(list.length)]],
    ...list.flatMap((row, number) => group(zone, `${name}.${number}`, one, row)),
  ];
}

/** What stands in the controls of a term for a value of it. A value that is of another kind is left out. */
export function entriesOf(zone: string, name: string, field: TermField, value: unknown): Entry[] {
  const text = typeof value === 'string' ? [value] : [];
  switch (field.kind) {
    case 'text':
      return [[name, text]];
    case 'number':
      return [[name, typeof value === 'number' ? [String(value)] : []]];
    case 'instant':
      return text.flatMap((instant): Entry[] => [
        [name, [localOf(zone, instant)]],
        [shownOf(name), [shownFor(zone, instant)]],
      ]);
    case 'choice':
      return [[name, field.truth && typeof value === 'boolean' ? [String(value)] : field.truth ? [] : text]];
    case 'tick':
      return [[name, value === true ? ['yes'] : []]];
    case 'boxes': {
      const chosen = textsIn(value);
      if (!field.more) return [[name, chosen]];
      const typed = chosen.filter((one) => !field.of.values.includes(one));
      return [
        [name, chosen.filter((one) => field.of.values.includes(one))],
        [moreOf(name), typed.length > 0 ? [typed.join('\n')] : []],
      ];
    }
    case 'lines':
      return [[name, textsIn(value).length > 0 ? [textsIn(value).join('\n')] : []]];
    case 'group':
      return group(zone, name, field, value);
    case 'rows':
      return rows(zone, name, field, value);
    case 'either':
      if (value === undefined || field.words.values.some((word) => word === value)) return [[name, text]];
      return [[name, [THESE]], ...entriesOf(zone, contentName(name, field), field.content, value)];
  }
}

/** What stands in the controls of terms. */
export function filledWith(zone: string, name: string, form: GroupField, terms: unknown): Fields {
  const entries = entriesOf(zone, name, form, terms).map(([control, texts]): Entry => {
    const trimmed = texts.map((text) => text.trim()).filter((text) => text !== '');
    // A box is ticked once.
    return [control, [...new Set(trimmed)]];
  });
  return new Map(entries.filter(([, texts]) => texts.length > 0));
}

/** Lists of words are sets; obligations without any are none. */
function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? value.toSorted() : value.map(plain);
  if (!isObject(value)) return value;
  const said = Object.entries(value)
    .filter(([name, one]) => one !== undefined && !(name === 'obligations' && isEmpty(one)))
    .map(([name, one]): [string, unknown] => [name, plain(one)]);
  return Object.fromEntries(said.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;

/** The first place at which two values differ; undefined if they are the same. */
function difference(one: unknown, other: unknown, at: string): string | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined;
  const bothLists = Array.isArray(one) && Array.isArray(other);
  if (!bothLists && !(isObject(one) && isObject(other))) return at;
  const [was, is] = [one, other] as [Loose, Loose];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const below = difference(was[name], is[name], at ? `${at}.${name}` : name);
    if (below !== undefined) return below;
  }
  return at;
}

/**
 * Where terms hold something that the form cannot show: what it shows is read back, and nothing may be missing.
 * @returns the path in the terms, as `grants.0.severity`; undefined where it shows all of them
 */
export function notShown(zone: string, form: GroupField, terms: unknown): string | undefined {
  const fields = filledWith(zone, 'terms', form, terms);
  const faults: never[] = [];
  const back = readTerm({ fields, zone, faults }, 'terms', form);
  return difference(plain(terms), plain(back), '');
}
