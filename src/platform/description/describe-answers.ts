import type { OpenAPIObject } from '@nestjs/swagger';
import { type Method, type Operation, operationsOf, takes } from './operations';
import { PROBLEM, problemContent } from './problem-schema';

interface Refused {
  description: string;
  /** Headers that this answer has besides. */
  headers?: Record<string, string>;
  /** Whether a route can answer so, from what it declares. */
  when: (route: { method: Method; operation: Operation }) => boolean;
}

const changes = ({ method }: { method: Method }) => method !== 'get';
const hasBody = ({ operation }: { operation: Operation }) => operation.requestBody !== undefined;
const always = () => true;

/** What a route may answer when it refuses. A route says in its own words what it knows better. */
const REFUSED: Record<string, Refused> = {
  400: {
    description: 'The path, the body, the cursor or the idempotency key cannot be understood',
    when: (route) =>
      hasBody(route) ||
      changes(route) ||
      takes(route.operation, 'path') ||
      takes(route.operation, 'query', 'cursor'),
  },
  401: {
    description:
      'There is no credential where one is needed, or one that is not valid, or no longer, or not from here',
    headers: { 'WWW-Authenticate': 'How to present a credential (RFC 9110, section 11.6.1)' },
    when: always,
  },
  403: {
    description: 'This is for other roles than yours, not for systems, or asks for your second factor first',
    when: always,
  },
  404: {
    description: 'There is nothing here, or nothing that you may see; the answer is the same',
    when: ({ operation }) => takes(operation, 'path'),
  },
  409: {
    description: 'Not possible in the present state, or somebody was faster',
    when: (route) => changes(route) && takes(route.operation, 'path'),
  },
  412: {
    description: 'It is no longer as you have read it, or this route offers no If-Match',
    headers: { ETag: 'The entity tag that it has now' },
    when: changes,
  },
  413: { description: 'The body is too large', when: hasBody },
  415: { description: 'The body is not of a type, charset or encoding that is read here', when: hasBody },
  422: { description: 'The input breaks the rules listed under errors', when: always },
  429: {
    description: 'Too many requests or attempts',
    headers: { 'Retry-After': 'Seconds to wait' },
    when: always,
  },
  503: {
    description:
      'Not ready: it is stopping, cannot count requests, or the clock of the database was set back',
    when: always,
  },
};

const headersOf = (told: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(told).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );

const ENTITY_TAG = headersOf({ ETag: 'The entity tag of this answer, for If-None-Match and If-Match' });

/** What a success means, where the route leaves it to its status. */
function successOf(status: string, { method, operation }: { method: Method; operation: Operation }): string {
  if (status === '204') return 'Done; there is nothing to say';
  if (status === '201') return 'Done; this is how it is now';
  if (takes(operation, 'query', 'dry_run')) return 'What it would bring about; nothing was changed';
  return method === 'get' ? 'What you asked for' : 'Done';
}

function describe(route: { method: Method; operation: Operation }): void {
  const { method, operation } = route;
  const { responses } = operation;
  const tagged = operation['x-versioned'] === true || operation['x-served'] === true;
  for (const [status, response] of Object.entries(responses)) {
    if (!response || '$ref' in response) continue;
    if (status in REFUSED) {
      const { headers = {}, description } = REFUSED[status]!;
      response.description ||= description;
      Object.assign(response, { content: problemContent(), headers: headersOf(headers) });
    } else {
      response.description ||= successOf(status, route);
      if (tagged && status !== '204') response.headers = { ...ENTITY_TAG, ...response.headers };
    }
  }
  if (tagged && method === 'get')
    responses['304'] = {
      description: 'You hold this already: it has the entity tag that you sent',
      headers: ENTITY_TAG,
    };
  for (const [status, { when }] of Object.entries(REFUSED))
    if (when(route)) responses[status] ??= { $ref: `#/components/responses/Refused${status}` };
}

/** Says of every operation how it may refuse, from whom it is for, what it takes and whether it changes something. */
export function describeAnswers(api: OpenAPIObject): void {
  for (const route of operationsOf(api)) describe(route);
  const responses = Object.fromEntries(
    Object.entries(REFUSED).map(([status, { description, headers = {} }]) => [
      `Refused${status}`,
      { description, headers: headersOf(headers), content: problemContent() },
    ]),
  );
  api.components = {
    ...api.components,
    responses,
    schemas: { ...api.components?.schemas, Problem: PROBLEM },
  };
}
