import { instantMeant } from '../../../frame/local-time';
import {
  type BoxesField,
  contentName,
  countOf,
  type EitherField,
  type Fields,
  type GroupField,
  moreOf,
  type RowsField,
  shownOf,
  type TermField,
  THESE,
} from './field';

/** More rows than this are typed as JSON. So many grants, with all that they may say, are a form that is still read. */
export const MOST_ROWS = 40;

/** What a form cannot mean, told as the web API tells what it refuses. */
export interface FormFault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export interface Reading {
  readonly fields: Fields;
  /** IANA time zone in which instants are typed. */
  readonly zone: string;
  readonly faults: FormFault[];
}

const first = ({ fields }: Reading, name: string): string | undefined => fields.get(name)?.[0];

const linesIn = (text: string | undefined): string[] =>
  (text ?? '').split(/\r?\n/).flatMap((line) => line.trim() || []);

/** How many rows there are. */
export function rowsIn(fields: Fields, name: string): number {
  const count = Number(fields.get(countOf(name))?.[0]);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_ROWS) : 0;
}

function boxes(reading: Reading, name: string, field: BoxesField): string[] | undefined {
  const chosen = [
    ...(reading.fields.get(name) ?? []),
    ...(field.more ? linesIn(first(reading, moreOf(name))) : []),
  ];
  return chosen.length > 0 ? chosen : undefined;
}

function group(reading: Reading, name: string, { fields }: GroupField): object | undefined {
  const said = Object.entries(fields).flatMap(([key, field]) => {
    const value = readTerm(reading, `${name}.${key}`, field);
    return value === undefined ? [] : [[key, value] as const];
  });
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function rows(reading: Reading, name: string, field: RowsField): unknown[] | undefined {
  const count = rowsIn(reading.fields, name);
  // A form without the list has not said that it is empty.
  if (count === 0 && !(field.required && reading.fields.has(countOf(name)))) return undefined;
  const one: GroupField = { kind: 'group', label: field.label, fields: field.row };
  return Array.from({ length: count }, (_, row) => group(reading, `${name}.${row}`, one) ?? {});
}

/** What is instead of a word, where nothing of it is filled in: the web API tells what lacks. */
const EMPTY = { boxes: [], lines: [], group: {}, instant: '', number: '' } as const;

function either(reading: Reading, name: string, field: EitherField): unknown {
  const how = first(reading, name);
  const content = readTerm(reading, contentName(name, field), field.content);
  if (how === THESE) return content ?? EMPTY[field.content.kind];
  if (content !== undefined)
    reading.faults.push({ field: name, rule: 'choose_one', message: 'choose this or what lies below it' });
  return how;
}

function instant(reading: Reading, name: string): string | undefined {
  const local = first(reading, name);
  return local && (instantMeant(reading.zone, local, first(reading, shownOf(name))) ?? local);
}

/** A number; what is none stays as it was typed, for the web API to refuse. */
function numeral(text: string | undefined): number | string | undefined {
  return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function choice(text: string | undefined, truth: boolean): string | boolean | undefined {
  return truth && (text === 'true' || text === 'false') ? text === 'true' : text;
}

/** What controls say of a term, as the web API takes it; undefined where nothing is said. */
export function readTerm(reading: Reading, name: string, field: TermField): unknown {
  switch (field.kind) {
    case 'text': {
      const text = first(reading, name);
      return field.lines ? text?.replace(/\r\n?/g, '\n') : text?.replace(/[\r\n]/g, '');
    }
    case 'number':
      return numeral(first(reading, name));
    case 'instant':
      return instant(reading, name);
    case 'choice':
      return choice(first(reading, name), field.truth ?? false);
    case 'tick':
      return reading.fields.has(name) ? true : undefined;
    case 'boxes':
      return boxes(reading, name, field);
    case 'lines': {
      const lines = linesIn(first(reading, name));
      return lines.length > 0 ? lines : undefined;
    }
    case 'group':
      return group(reading, name, field);
    case 'rows':
      return rows(reading, name, field);
    case 'either':
      return either(reading, name, field);
  }
}
