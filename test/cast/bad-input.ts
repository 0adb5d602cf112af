import type { Caller } from './world';

/** A route that takes a body, and a body that it accepts. */
export interface BodyRoute {
  method: 'post' | 'put';
  path: string;
  good: Record<string, unknown>;
}

type Sent = { body: string; status: number; type?: string };

/** What must be refused wherever it is sent, and with which status. */
export function badBodies({ good }: BodyRoute): Record<string, Sent> {
  const json = (value: unknown, status = 422) => ({ body: JSON.stringify(value), status });
  const replaced = (value: unknown) => Object.fromEntries(Object.keys(good).map((field) => [field, value]));
  return {
    'half a JSON text': { body: '{"a":', status: 400 },
    'a bare word': { body: 'true', status: 400 },
    'no body': json({}),
    'an array': json([good]),
    'an array in an array': json([[good]]),
    'a body of another type': { body: 'a=b', status: 415, type: 'application/x-www-form-urlencoded' },
    'an unknown field': json({ ...good, surprise: 1 }),
    'null in every field': json(replaced(null)),
    'a number in every field': json(replaced(12345678901234)),
    'an object in every field': json(replaced({ toString: 'x', length: 12 })),
    'an array in every field': json(replaced([['x']])),
    'a null byte in every field': json(replaced('has a \u0000 in it, at length')),
    'half a surrogate pair in every field': {
      body: JSON.stringify(replaced('\ud800 at length')),
      status: 422,
    },
    'a null byte in a field name': json({ ...good, 'a\u0000b': 1 }),
    'a long text in every field': json(replaced('x'.repeat(20_000))),
    'deep nesting': { body: `{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}`, status: 422 },
    'far too much': {
      // Written only when it is sent.
      get body() {
        return JSON.stringify({ ...good, surprise: 'x'.repeat(30_000_000) });
      },
      status: 413,
    },
  };
}

/** Sends a body as it is written. */
export async function send(caller: Caller, { method, path }: BodyRoute, { body, type }: Sent) {
  return caller[method](path)
    .set('Content-Type', type ?? 'application/json')
    .serialize((text: unknown) => String(text))
    .send(body);
}

/** A problem document, and nothing that tells how the server is built. */
export const isProblem = (response: { type: string; text: string }): boolean =>
  response.type === 'application/problem+json' && !/node_modules|\.ts:|SELECT |at Object/.test(response.text);
