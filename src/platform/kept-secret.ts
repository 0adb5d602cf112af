import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

/** The content of a file, or undefined when there is no such file. Other faults are thrown. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Creates a file with its whole content at once, mode 0600, unless it is there already.
 * Two processes that try at the same time cannot both succeed, and nobody ever reads half of it.
 * @returns whether this call created the file
 */
export function createOnce(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** The secret kept in a file that only its owner reads; made by `make` the first time it is asked for. */
export function keptSecret(path: string, make: () => string): string {
  const kept = readIfThere(path);
  if (kept !== undefined) return kept.trim();
  const made = make();
  return createOnce(path, made) ? made : keptSecret(path, make);
}
