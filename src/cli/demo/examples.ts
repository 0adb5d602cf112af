import type { OpenAPIObject } from '@nestjs/swagger';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES_FOLDER, fileOfExample, fileOfRefusal } from '../../platform/description/examples';
import { operationsOf } from '../../platform/description/operations';
import type { Answer } from './http-client';

const SECRETS = ['access_token', 'refresh_token', 'key', 'token', 'secret', 'recovery_codes'];
const HIDDEN = 'shown-once-and-left-out-here';

/** How good an answer is as an example: of lists the fullest of at most three, of the rest the shortest. */
function worth(body: object, size: number): number {
  if (!('items' in body) || !Array.isArray(body.items)) return -size;
  const { length } = body.items;
  return length > 3 ? -size : length * 1e9 + size;
}

function withoutSecrets(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (name, value: unknown) =>
    SECRETS.includes(name) && typeof value === 'string' ? HIDDEN : value,
  );
}

/** Keeps an answer of each operation that the story calls, as examples of the description. */
export class Examples {
  private readonly operations: { method: string; pattern: RegExp; id: string; secret: boolean }[];
  private readonly kept = new Map<string, { body: object; worth: number }>();

  constructor(api: OpenAPIObject) {
    this.operations = operationsOf(api).map(({ path, method, operation }) => ({
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      id: operation.operationId ?? '',
      secret: operation['x-secret-answer'] === true,
    }));
    // An address that names no parameter is more particular than one that does.
    this.operations.sort(
      (a, b) => a.pattern.source.split('[^/]+').length - b.pattern.source.split('[^/]+').length,
    );
  }

  /** Looks at an answer: the best one is the example. */
  readonly hear = (method: string, address: string, { status, json, bytes }: Answer): void => {
    if (bytes.length === 0 || Object.keys(json).length === 0) return;
    const [path = ''] = address.split('?');
    const operation = this.operations.find((one) => one.method === method && one.pattern.test(path));
    if (!operation) return;
    const file = status >= 400 ? fileOfRefusal(status) : fileOfExample(operation.id, status);
    const before = this.kept.get(file);
    const is = worth(json, bytes.length);
    if (before && before.worth >= is) return;
    this.kept.set(file, {
      body: operation.secret ? (withoutSecrets(json) as object) : json,
      worth: is,
    });
  };

  /** Writes what was kept, in the place of all that was there. @returns how many there are */
  write(): number {
    mkdirSync(EXAMPLES_FOLDER, { recursive: true });
    for (const name of readdirSync(EXAMPLES_FOLDER)) rmSync(join(EXAMPLES_FOLDER, name));
    for (const [file, { body }] of this.kept)
      writeFileSync(join(EXAMPLES_FOLDER, file), `${JSON.stringify(body, null, 2)}\n`);
    return this.kept.size;
  }
}
