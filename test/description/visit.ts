import type { Client, Json } from '../../src/cli/demo/http-client';
import type { Stage } from '../../src/cli/demo/stage';
import type { SeededCast } from '../../src/cli/demo/seed-cast';

/** What a visit to the rest of the operations starts from. */
export interface Visit {
  stage: Stage;
  seeded: SeededCast;
}

/** Any member of an answer. */
export type Answered = Json & Record<string, string>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Sends a request that has to be done; says what came instead otherwise. */
export async function done(client: Client, method: Method, path: string, body?: unknown): Promise<Answered> {
  const { status, bytes, json } = await client.send(method, `/api/v1${path}`, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${bytes.toString()}`);
  return json as Answered;
}

/** Reads something, and once more with its entity tag. @returns the status of the second reading */
export async function readTwice(client: Client, path: string): Promise<number> {
  const { headers } = await client.get(`/api/v1${path}`);
  return (await client.get(`/api/v1${path}`, { 'If-None-Match': headers.get('etag') ?? '' })).status;
}
