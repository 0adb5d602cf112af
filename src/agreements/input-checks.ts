import { buildMessage, ValidateBy } from 'class-validator';
import { AMBER_REACHES, isCategory, PRODUCT_TYPES, RSIT, SEVERITIES, type Severity } from '../disclosure';
import { instantOf } from './instant';

const check = (name: string, validate: (value: unknown) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: { validate, defaultMessage: buildMessage((each) => `${each}$property ${message}`) },
  });

/** `any`, said explicitly, or a list of known codes that is not empty and names each once. */
export const IsAnyOrListOf = (known: readonly string[]) =>
  check(
    'isAnyOrList',
    (value) =>
      value === 'any' ||
      (Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((one) => known.includes(one as string))),
    `must be 'any' or a list, not empty, of ${known.length > 20 ? 'RSIT codes' : known.join(', ')}`,
  );

/** `any`, or RSIT codes, a class for all its types, and codes of national schemes. */
export const IsCategoryList = () =>
  check(
    'isAnyOrList',
    (value) =>
      value === 'any' ||
      (isListOf(value, (one) => isCategory(one) || Object.hasOwn(RSIT, one as string)) &&
        value.length <= 200),
    "must be 'any' or a list, not empty, of RSIT codes and of codes of national schemes as cn:scheme#code",
  );

const isListOf = (value: unknown, isOne: (one: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every(isOne);

/** `any`, or an object with either the product types that go or those that do not. */
export const IsProductTypes = () =>
  check(
    'isProductTypes',
    (value) => {
      if (value === 'any') return true;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const [[name, list] = [], ...others] = Object.entries(value);
      const isProduct = (one: unknown) => PRODUCT_TYPES.some((known) => known === one);
      return others.length === 0 && (name === 'include' || name === 'exclude') && isListOf(list, isProduct);
    },
    `must be 'any', or have include or exclude with a list, not empty, of ${PRODUCT_TYPES.join(', ')}`,
  );

/** An object, and no list. */
export const IsPlainObject = () =>
  check(
    'isPlainObject',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object',
  );

const isSeverity = (value: unknown): boolean =>
  value === undefined || SEVERITIES.some((one) => one === value);

/** `any`, or an object with a lower or an upper bound, or both in their order. */
function areBounds(value: unknown): boolean {
  if (value === 'any') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { least, most, ...others } = value as Record<string, Severity | undefined>;
  if (Object.keys(others).length > 0 || !isSeverity(least) || !isSeverity(most)) return false;
  if (least === undefined || most === undefined) return least !== most;
  return SEVERITIES.indexOf(least) <= SEVERITIES.indexOf(most);
}

export const IsSeverityBounds = () =>
  check(
    'isSeverityBounds',
    areBounds,
    `must be 'any', or have least, most or both of ${SEVERITIES.join(', ')}, least not above most`,
  );

/** One of the words, or handles of constituents. */
export type AmberReachInput = (typeof AMBER_REACHES)[number] | string[];

const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
const areHandles = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 200 &&
  new Set(value).size === value.length &&
  value.every((one) => typeof one === 'string' && HANDLE.test(one));

export const IsAmberReach = () =>
  check(
    'isAmberReach',
    (value) => AMBER_REACHES.some((one) => one === value) || areHandles(value),
    `must be one of ${AMBER_REACHES.join(', ')}, or a list of up to 200 different handles of constituents`,
  );

export const IsReachBack = () =>
  check(
    'isReachBack',
    (value) => value === 'none' || value === 'all' || instantOf(value) !== undefined,
    "must be 'none', 'all', or a date or instant",
  );

/** RSIT codes of a list in which a class stands for all its types. */
export function expandCategories(categories: 'any' | readonly string[]): 'any' | string[] {
  if (categories === 'any') return 'any';
  const codes = categories.flatMap((code) => RSIT[code]?.map((type) => `${code}/${type}`) ?? [code]);
  return [...new Set(codes)].sort();
}

/** How a term is described that says `any` or lists codes. */
export const anyOrList = (example: string) => ({
  oneOf: [
    { type: 'string' as const, enum: ['any'] },
    { type: 'array' as const, items: { type: 'string' as const }, minItems: 1 },
  ],
  example: [example],
});
