import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createOnce, readIfThere } from './kept-secret';
import { commandOf, startOf } from './process-table';

const ownerFile = (dir: string) => `${dir}.owner`;
const self = () => `${process.pid} ${startOf(process.pid)}`;

function isAlive(owner: string): boolean {
  const [pid, ...start] = owner.split(' ');
  return startOf(Number(pid)) === start.join(' ') && start.join(' ') !== '';
}

/**
 * Makes this process the one that runs the server of a data folder.
 * The start time tells a live owner from another process that was given the pid of a dead one.
 * @returns false when a live process, possibly this one, runs it already
 */
export function claim(dir: string): boolean {
  while (!createOnce(ownerFile(dir), self())) {
    const owner = readIfThere(ownerFile(dir));
    if (owner === undefined) continue;
    if (isAlive(owner)) return false;
    rmSync(ownerFile(dir), { force: true });
  }
  return true;
}

/** Lets go of a data folder whose server has stopped. */
export function release(dir: string): void {
  if (readIfThere(ownerFile(dir)) === self()) rmSync(ownerFile(dir), { force: true });
}

/** What a running server wrote into its data folder: its pid and its port. */
export function runningServer(dir: string): { pid: number; port: number } | undefined {
  const lines = readIfThere(join(dir, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  // A server that was killed leaves its file behind; PostgreSQL removes that by itself.
  return lines && commandOf(pid).includes(dir) ? { pid, port: Number(lines[3]) } : undefined;
}

/** Stops a server whose owner was killed before the server could notice. */
export async function stopOrphan(dir: string): Promise<void> {
  const orphan = runningServer(dir);
  if (!orphan) return;
  process.kill(orphan.pid, 'SIGINT');
  for (let tries = 0; tries < 600; tries++) {
    if (!runningServer(dir)) return;
    await sleep(50);
  }
  throw new Error(`The database server ${orphan.pid} of ${dir} was left behind and does not stop.`);
}

/** The last lines a server or initdb wrote, for an error message. */
export function tail(log: string, lines = 5): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
