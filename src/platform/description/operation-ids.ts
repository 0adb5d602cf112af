import type { OpenAPIObject } from '@nestjs/swagger';
import { type Method, operationsOf } from './operations';

/** Terms are many even where they are one. */
const singular = (word: string): string =>
  word === 'terms' ? word : word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The name of an operation, from its address: `GET /api/v1/agreements/{reference}` is `getAgreement`. What is named
 * so keeps its name as long as its address, whatever becomes of the code behind it.
 */
export function operationId(method: Method, path: string): string {
  const parts = path.replace(/^\/api\/v\d+\//, '').split('/');
  const words = parts
    .map((part, place) => (parts[place + 1]?.startsWith('{') ? singular(part) : part))
    .filter((part) => !part.startsWith('{'))
    .flatMap((part) => part.split('-'));
  return method + words.map(capital).join('');
}

/** Names every operation after its address. */
export function nameOperations(api: OpenAPIObject): void {
  for (const { path, method, operation } of operationsOf(api))
    operation.operationId = operationId(method, path);
}
