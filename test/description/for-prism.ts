import { Ajv } from 'ajv';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../src/platform/version';

interface Nullable {
  nullable?: boolean;
  enum?: unknown[];
}

/**
 * Takes null out of each `enum` that is nullable: prism 5.16.0 adds one to every such list itself, and leaves
 * unchecked, without a word, what is under a schema that says it twice.
 */
export function withoutListedNull(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as Nullable;
  if (schema.nullable === true && Array.isArray(schema.enum))
    schema.enum = schema.enum.filter((value) => value !== null);
  for (const inner of Object.values(part)) withoutListedNull(inner);
}

interface Content {
  mediaType: string;
  schema?: object;
}
interface PrismOperation {
  method: string;
  path: string;
  __bundled__: object;
  request?: { body?: { contents?: Content[] } };
  responses: { code: string; contents?: Content[] }[];
}

/** The schemas of a description that prism would leave unchecked, as it cannot compile them. */
export async function uncheckedBy(file: string): Promise<string[]> {
  const operations = join(PROJECT_FOLDER, 'node_modules/@stoplight/prism-cli/dist/operations.js');
  const { getHttpOperationsFromSpec } = (await import(operations)) as {
    getHttpOperationsFromSpec: (file: string) => Promise<PrismOperation[]>;
  };
  const unchecked: string[] = [];
  const compiled = new Set<string>();
  for (const { method, path, __bundled__, request, responses } of await getHttpOperationsFromSpec(file))
    for (const { code, contents = [] } of [...responses, { code: 'body', ...request?.body }])
      for (const { schema } of contents) {
        const text = JSON.stringify(schema);
        if (compiled.has(text)) continue;
        compiled.add(text);
        try {
          new Ajv({ strict: false, logger: false }).compile({ ...schema, __bundled__ });
        } catch (error) {
          unchecked.push(`${method} ${path} ${code}: ${String(error)}`);
        }
      }
  return unchecked;
}
