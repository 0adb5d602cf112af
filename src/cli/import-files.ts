import { readdir, readFile, lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to import, or why it is none. */
export interface FoundFile {
  readonly path: string;
  readonly fault?: string;
}

const reason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ? `cannot be read (${code})` : `cannot be read: ${message}`;
};

async function* below(folder: string): AsyncGenerator<FoundFile> {
  let names: string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (error) {
    yield { path: folder, fault: reason(error) };
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory() && name !== '.git') yield* below(path);
    else if (!name.endsWith('.json') || found?.isDirectory()) continue;
    else if (found?.isSymbolicLink()) yield { path, fault: 'is a symbolic link, which is not followed' };
    else yield { path };
  }
}

/**
 * The files behind what was named, in a fixed order: files themselves, and of folders every `*.json` below them.
 * Only what was named itself may be a symbolic link: a link inside a folder may lead anywhere.
 */
export async function* filesBehind(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => reason(error));
    if (typeof found === 'string') yield { path, fault: found };
    else if (found.isDirectory()) yield* below(path);
    else yield { path };
  }
}

/**
 * The bytes of a file, unless it is larger than `most` or no file at all: what waits for a writer or never ends must
 * not stop the rest.
 */
export async function bytesOf(path: string, most: number): Promise<Buffer | { fault: string }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { fault: 'is not a regular file' };
    if (found.size > most) return { fault: `has ${found.size} bytes; the most is ${most}` };
    return await readFile(path);
  } catch (error) {
    return { fault: reason(error) };
  }
}
