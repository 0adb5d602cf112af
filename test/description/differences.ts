import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Answer } from '../../src/cli/demo/http-client';
import { operationsOf } from '../../src/platform/description/operations';
import { PROJECT_FOLDER } from '../../src/platform/version';

const described = JSON.parse(
  readFileSync(join(PROJECT_FOLDER, 'docs', 'openapi.json'), 'utf8'),
) as OpenAPIObject;

/** Every operation of the description, those first whose address names no parameter. */
export const operations = operationsOf(described)
  .map(({ path, method, operation }) => ({
    method: method.toUpperCase(),
    path,
    id: operation.operationId!,
    operation,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length);

interface Violation {
  location?: string[];
  message: string;
}

/** Listens to what comes through a validating proxy: what was done, and where answer and description differ. */
export class Differences {
  readonly done = new Set<string>();
  readonly found = new Set<string>();
  readonly statuses = new Set<number>();

  readonly hear = (method: string, address: string, { status, headers, json }: Answer): void => {
    const path = address.split('?')[0]!;
    const id =
      operations.find((one) => one.method === method && one.pattern.test(path))?.id ?? `${method} ${path}`;
    this.statuses.add(status);
    if (status < 400) this.done.add(id);
    const { type, validation = [] } = json as { type?: unknown; validation?: Violation[] };
    this.warned(id, headers.get('sl-violations'));
    // What is answered may have a type of its own: only a text can be the address of a problem.
    if (typeof type !== 'string' || !type.startsWith('https://stoplight.io/')) return;
    for (const { location = [], message } of validation)
      this.found.add(`${id}: ${location.join('.').replace(/\.\d+(?=\.|$)/g, '.*')} ${message}`);
    if (validation.length === 0) this.found.add(`${id}: ${json.title} ${status}`);
  };

  /** A status that is not described is only warned of, in a header, unless it is a success. */
  private warned(id: string, header: string | null): void {
    const violations = JSON.parse(header ?? '[]') as Violation[];
    for (const { location = [], message } of violations)
      this.found.add(`${id}: ${location.join('.')} ${message}`);
  }

  /** What differed since this was last asked. */
  take(): string[] {
    const taken = [...this.found];
    this.found.clear();
    return taken;
  }
}
