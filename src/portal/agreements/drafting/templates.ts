import type { components } from '../../../../docs/openapi';
import { isMessage } from '../../messages/catalogue';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import { upkeepOf } from './read-terms';
import { PARTY_ROWS } from './draft';

export type Template = components['schemas']['TemplateView'];
type Filled = (name: string) => readonly string[];

/** What a template is called in the reader's language. */
export function nameOfTemplate({ t }: Screen, { name, title }: Template): string {
  const key = `drafting.template_${name}`;
  return isMessage(key) ? t(key) : title;
}

/** What the chosen template puts into the form; its other fields stay as they were typed. */
export interface FilledIn {
  readonly filled: Filled;
  readonly terms: object;
  /** Whether sides are missing, so that it grants nothing yet. */
  readonly sidesMissing: boolean;
}

const rows = Array.from({ length: PARTY_ROWS }, (_, row) => row);

/** Those who exchange under it: who operates, and who was given no role yet and gets those of the template. */
function sidesOf(form: Form): string[] {
  return rows.flatMap((row) => {
    const roles = form.list(`roles-${row}`);
    return roles.length === 0 || roles.includes('operating_cert') ? form.list(`party-${row}`) : [];
  });
}

/** Terms between the sides of a form, as the web API takes them. */
function termsOf(template: Template, sides: readonly string[]): object {
  const { grant, corrections, expires_at: end, notice_days: notice, ...said } = template;
  const ways = sides.flatMap((from) => sides.filter((to) => to !== from).map((to) => ({ from, to })));
  return {
    corrections,
    ...(end !== null && { expires_at: end }),
    ...(notice !== null && { notice_days: notice }),
    ...upkeepOf(said),
    grants: grant ? ways.map((way) => ({ ...way, ...grant })) : [],
  };
}

/** The form with the terms of a template in it, for the parties that were chosen. */
export function fillIn(template: Template, form: Form): FilledIn {
  const sides = [...new Set(sidesOf(form))];
  const set: Record<string, readonly string[]> = { kind: [template.kind] };
  for (const row of rows)
    if (form.has(`party-${row}`) && !form.has(`roles-${row}`)) set[`roles-${row}`] = template.roles;
  return {
    filled: (name) => (Object.hasOwn(set, name) ? set[name]! : form.list(name)),
    terms: termsOf(template, sides),
    sidesMissing: template.grant !== null && sides.length < 2,
  };
}
