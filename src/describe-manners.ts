import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

type Parameter = NonNullable<Operation['parameters']>[number];

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes a retry safe: the same request of yours under the same key is answered once more with the first answer, marked Idempotent-Replayed, for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function describe(method: (typeof METHODS)[number], operation: Operation): void {
  const secret = 'x-secret-answer' in operation;
  if (method !== 'get' && !secret) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
}

/** Adds to a description what holds of every route alike, so that no route has to say it. */
export function describeManners(api: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(api.paths))
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) describe(method, operation);
    }
  return api;
}
