import type { OpenAPIObject } from '@nestjs/swagger';

/** An operation of a description, with what the routes themselves say of it besides. */
export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  /** Who may call it, as the route declares for the guard. */
  'x-callers'?: readonly string[];
  /** Whether its answer is a secret that is kept nowhere. */
  'x-secret-answer'?: true;
  /** Whether the thing that it is about has entity tags. */
  'x-versioned'?: true;
  /** Whether it changes such a thing and answers another. */
  'x-conditional'?: true;
  /** Whether its answer leaves as bytes that have an entity tag of their own. */
  'x-served'?: true;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** Every operation of a description, in its order. */
export function operationsOf({
  paths,
}: OpenAPIObject): { path: string; method: Method; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );
}

/** Whether an operation takes a parameter in this place. */
export const takes = ({ parameters = [] }: Operation, place: string, name?: string): boolean =>
  parameters.some((one) => 'in' in one && one.in === place && (name === undefined || one.name === name));
