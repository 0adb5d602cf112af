import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

/** The schemas of a description that prism would leave unchecked. */
export async function uncheckedBy(file: string): Promise<string[]> {
  const script = join(PROJECT_FOLDER, 'test/description/unchecked-schemas.mjs');
  const options = { env: { ...process.env, NODE_OPTIONS: '' } };
  const { stdout } = await promisify(execFile)(process.execPath, [script, file], options);
  return JSON.parse(stdout) as string[];
}
