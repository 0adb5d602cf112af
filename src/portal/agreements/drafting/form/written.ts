import { ApiRefused } from '../../../web-api/refused';
import type { Form } from '../../../screen/screens';
import { parsed } from '../read-terms';
import type { Fields, GroupField } from './field';
import { filledWith, notShown } from './fill';
import { type FormFault, readTerm } from './read';
import { addOpposite, addRow, removeRow, withoutEmptyRows } from './rows';

/** What all controls of terms are named below. */
export const TERMS = 'terms';
/** Names of buttons and of what goes along. */
export const ACT = 'act';
export const WRITTEN_AS = 'written_as';

/** Terms as somebody writes them: in the form, or as JSON. */
export interface Written {
  readonly as: 'form' | 'json';
  readonly form: GroupField;
  readonly zone: string;
  /** In the form, what stands in its controls. */
  readonly fields: Fields;
  /** The terms as JSON; as JSON, what was typed, whatever it is. */
  readonly text: string;
  /** As the web API takes them; undefined where they are no JSON. */
  readonly value: unknown;
  /** What contradicts itself in the form. */
  readonly faults: readonly FormFault[];
  /** What was asked of the form itself, instead of reading the terms or keeping them. */
  readonly acted: boolean;
  /** Where the form cannot show these terms, so that they are left as JSON. */
  readonly notShown?: string | undefined;
  /** The list to which a row was added, or of which one was removed, and the row. */
  readonly changed?: { readonly list: string; readonly row: number | undefined } | undefined;
}

/** How terms are typed here: with which form, and the zone of the reader. */
export interface Writing {
  readonly form: GroupField;
  readonly zone: string;
}

const jsonOf = (value: unknown): string => JSON.stringify(value, null, 2) ?? '';
const NOTHING = { fields: new Map(), faults: [], acted: false } as const;

const asJson = ({ form, zone }: Writing, text: string): Written => ({
  ...{ form, zone, ...NOTHING, as: 'json', text, value: parsed(text) },
});

function inForm({ form, zone }: Writing, fields: Fields): Written {
  const faults: FormFault[] = [];
  const value = readTerm({ fields, zone, faults }, TERMS, form);
  return { form, zone, as: 'form', fields, text: jsonOf(value), value, faults, acted: false };
}

/** Terms that are there already, in the form if it can show all of them. */
export function beginWith(writing: Writing, terms: unknown): Written {
  if (terms === undefined) return inForm(writing, new Map());
  const missing = notShown(writing.zone, writing.form, terms);
  return missing === undefined
    ? inForm(writing, filledWith(writing.zone, TERMS, writing.form, terms))
    : { ...asJson(writing, jsonOf(terms)), notShown: missing };
}

/** The form after a button that adds or removes a row; undefined for other buttons. */
function changed(writing: Writing, fields: Fields, act: string): Written | undefined {
  const add = /^add (.+)$/.exec(act)?.[1];
  if (add !== undefined) return rowsChanged(writing, addRow(fields, add), add, 'last');
  const [, what, list, row] = /^(remove|opposite) (.+)\.(\d+)$/.exec(act) ?? [];
  if (list === undefined) return undefined;
  return what === 'remove'
    ? rowsChanged(writing, removeRow(fields, list, Number(row)), list)
    : rowsChanged(writing, addOpposite(fields, list, Number(row)), list, 'last');
}

function rowsChanged(writing: Writing, fields: Fields, list: string, row?: 'last'): Written {
  const last = Number(fields.get(`${list}.count`)?.[0]) - 1;
  return { ...inForm(writing, fields), acted: true, changed: { list, row: row && last } };
}

/** Terms as they were sent, after what a button asked of the form. */
export function writtenIn(sent: Form, writing: Writing): Written {
  const act = sent.text(ACT);
  if (sent.has(TERMS) || sent.text(WRITTEN_AS) === 'json') {
    const written = asJson(writing, sent.text(TERMS) ?? '');
    if (act !== 'form') return written;
    // What is no JSON, the form cannot show either.
    if (written.value === undefined) return { ...written, acted: true, notShown: 'JSON' };
    return { ...beginWith(writing, written.value), acted: true };
  }
  const fields = sent.below(TERMS);
  const after = act === undefined ? undefined : changed(writing, fields, act);
  if (after) return after;
  const written = inForm(writing, withoutEmptyRows(fields, TERMS, writing.form.fields));
  // Terms that contradict themselves are no JSON yet: the form tells why.
  if (act !== 'json' || written.faults.length > 0) return written;
  return { ...asJson(writing, written.text), acted: true };
}

/** Other terms in place of what was written, written as it was. */
export const rewritten = (written: Written, terms: object): Written =>
  written.as === 'json' ? asJson(written, jsonOf(terms)) : beginWith(written, terms);

/**
 * Why what was written is not sent on: it is no JSON, or contradicts itself, which is told as the web API tells what it
 * refuses.
 */
export function unreadable({
  as,
  value,
  faults,
}: Written): { fault: string } | { refused: ApiRefused } | undefined {
  if (as === 'json' && value === undefined) return { fault: 'JSON' };
  if (faults.length === 0) return undefined;
  const problem = { type: '/problems/invalid', title: 'Invalid', status: 422, errors: faults };
  return { refused: new ApiRefused(problem) };
}

/** A refusal in which what is wrong with terms is named below them, as their controls are. */
export function belowTerms(refused: ApiRefused, { form }: Writing): ApiRefused {
  const errors = refused.problem.errors?.map((error) => {
    const [head = ''] = error.field.split('.');
    return Object.hasOwn(form.fields, head) ? { ...error, field: `${TERMS}.${error.field}` } : error;
  });
  return new ApiRefused({ ...refused.problem, ...(errors && { errors }) });
}
