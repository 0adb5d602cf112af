import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the folders of throw-away servers are called. */
export const PREFIX = 'accord-test-';
/** A server has written its process id by then. */
const STARTING = 600_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isServed(folder: string): boolean {
  try {
    const [pid] = readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n');
    return isAlive(Number(pid));
  } catch {
    return Date.now() - statSync(folder).mtimeMs < STARTING;
  }
}

/** Clears what runs that were killed have left, which would fill the memory: folders whose server is gone. */
export function clearLeftOver(where: string): void {
  for (const name of readdirSync(where)) {
    const folder = join(where, name);
    if (name.startsWith(PREFIX) && !isServed(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
