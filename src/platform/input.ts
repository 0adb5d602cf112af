import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, Refusal } from './refusal';

function flatten(errors: ValidationError[], parent: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent ? `${parent}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ field, rule, message }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

const DEPTH = 32;
/** How many elements a list, and how many properties an object may have, where a field has no limit of its own. */
const ELEMENTS = 1000;
/** Names that mean something to JavaScript itself, as `toString`; an object that has them is no plain data. */
const isReserved = (key: string): boolean => key === 'prototype' || key in Object.prototype;
const NOT_TEXT = { rule: 'unicode', message: 'must be Unicode text without null bytes' };

/** The first fault that no field can have: text that is not text, nesting without end, a name that is not a name. */
function fault(value: unknown, field: string, depth: number): FieldError | undefined {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? { field, ...NOT_TEXT } : undefined;
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return undefined;
  if (depth > DEPTH)
    return { field, rule: 'depth', message: `must not be nested deeper than ${DEPTH} levels` };
  const entries = Object.entries(value);
  if (entries.length > ELEMENTS)
    return { field, rule: 'elements', message: `must not have more than ${ELEMENTS} elements` };
  for (const [key, child] of entries) {
    const path = field ? `${field}.${key}` : key;
    if (isReserved(key)) return { field: path, rule: 'unknown', message: 'must not be named so' };
    const found = fault(key, path, depth) ?? fault(child, path, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Refuses text that is not Unicode text, before anything else looks at it. */
export class TextPipe implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    const found = fault(value, data ?? '', 0);
    if (!found) return value;
    throw Refusal.invalid({ ...found, field: found.field || type });
  }
}

/** Checks bodies and queries against their classes; unknown properties and unknown filters are refused. */
export const inputPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => Refusal.invalid(...flatten(errors, '')),
  });
