import type { OpenAPIObject } from '@nestjs/swagger';
import { describeAnswers } from './platform/description/describe-answers';
import { describeCredentials } from './platform/description/describe-credentials';
import { showExamples } from './platform/description/examples';
import { nameOperations } from './platform/description/operation-ids';
import { type Method, type Operation, operationsOf } from './platform/description/operations';
import { stateNull } from './platform/description/state-null';

type Parameter = NonNullable<Operation['parameters']>[number];

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes a retry safe: the same request of yours under the same key is answered once more with the first answer, marked Idempotent-Replayed, for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
};

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of what you have read: 412 when it has changed since, with the fields that have.',
  schema: { type: 'string' },
};

const IF_NONE_MATCH: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of what you hold: 304 when it is still the same.',
  schema: { type: 'string' },
};

function describe(method: Method, operation: Operation): void {
  const keyed = !('x-secret-answer' in operation || 'x-takes-once' in operation);
  const tagged =
    'x-versioned' in operation ||
    'x-conditional' in operation ||
    (method === 'get' && 'x-served' in operation);
  const added = [
    ...(method !== 'get' && keyed ? [IDEMPOTENCY_KEY] : []),
    ...(tagged ? [method === 'get' ? IF_NONE_MATCH : IF_MATCH] : []),
  ];
  if (added.length > 0) operation.parameters = [...(operation.parameters ?? []), ...added];
}

/** Adds to a description what holds of every route alike, so that no route has to say it. */
export function describeManners(api: OpenAPIObject): OpenAPIObject {
  for (const { method, operation } of operationsOf(api)) describe(method, operation);
  describeCredentials(api);
  describeAnswers(api);
  nameOperations(api);
  stateNull(api);
  showExamples(api);
  return api;
}
