import { GIVEN_LEVELS } from '../../src/disclosure/rules/vocabulary';

/** What the schema of cases is written with. */
export type Schema = Record<string, unknown>;
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
export const text: Schema = { type: 'string', minLength: 1 };
export const yes: Schema = { type: 'boolean' };
/** With seconds and in UTC, so that no reader has to reckon. */
export const instant: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$',
};
export const either = (...schemas: Schema[]): Schema => ({ anyOf: schemas });
export const moment = either(instant, oneOf('never'));
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const mapOf = (keys: Schema, values: Schema): Schema => ({
  type: 'object',
  propertyNames: keys,
  additionalProperties: values,
});
export const closed = (
  properties: Record<string, Schema>,
  required: string[] = [],
  more: Schema = {},
): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});

export const when = (key: string, value: string, then: Schema): Schema => ({
  if: { properties: { [key]: { const: value } }, required: [key] },
  then,
});

export const handle = oneOf('pkcert', 'moitt', 'cncert', 'itu', 'corvia', 'dunmere', 'banking', 'energy');
/** A person by organization and role, as cncert-duty-officer. */
export const person: Schema = {
  type: 'string',
  pattern: '^(pkcert|moitt|cncert|itu|corvia|dunmere|banking)-[a-z-]+$',
};
export const fact = either(
  instant,
  oneOf('never'),
  closed({ effective: instant, recorded: instant, confirmed: moment }, ['effective', 'recorded']),
);

/** What an item hangs on. */
export const conditions: Record<string, Schema> = {
  'answers requests': listOf(closed({ of: handle, from: instant, until: instant }, ['of', 'from', 'until'])),
  consents: listOf(
    closed({ to: either(handle, oneOf('partners', 'public')), from: instant, until: instant }, [
      'to',
      'from',
      'until',
    ]),
  ),
  'victims consent': listOf(
    closed({ victim: text, to: either(handle, oneOf('partners')), from: instant, until: instant }, [
      'victim',
      'to',
      'from',
      'until',
    ]),
  ),
  'consented onward': listOf(closed({ to: handle, from: instant, until: instant }, ['to', 'from', 'until'])),
  approvals: listOf(
    closed(
      { level: oneOf(...GIVEN_LEVELS), of: handle, version: { type: 'integer', minimum: 1 }, from: instant },
      ['level', 'from'],
    ),
  ),
  'passed on': listOf(closed({ by: handle, to: handle, from: instant, until: moment }, ['by', 'to', 'from'])),
};
