import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeeperDoor } from './embedded-keeper';
import { createOnce, readIfThere } from './kept-secret';
import { commandOf, startOf } from './process-table';

/** The process that a data folder belongs to: one that prepares it, later the keeper of its server. */
interface Owner {
  pid: number;
  /** Tells a live owner from another process that was given the pid of a dead one. */
  start: string;
  /** Only a keeper has one. */
  door?: KeeperDoor;
}

/** Where the owner of a data folder is named. */
export const ownerFile = (dir: string) => `${dir}.owner`;

const entry = (pid: number, door?: KeeperDoor) =>
  JSON.stringify({ pid, start: startOf(pid), door } satisfies Owner);

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(text: string): boolean {
  const owner = parse(text);
  return owner !== undefined && owner.start !== '' && startOf(owner.pid) === owner.start;
}

/** Takes a dead owner's name away, and no other: meanwhile a live process may have put its own there. */
function clearDead(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another process was quicker.
  }
  try {
    if (isAlive(readFileSync(aside, 'utf8'))) linkSync(aside, file);
  } finally {
    rmSync(aside);
  }
}

/**
 * Makes this process the one that prepares a data folder and starts its server.
 * @returns false when the folder belongs to a live process, possibly this one
 */
export function claim(dir: string): boolean {
  while (!createOnce(ownerFile(dir), entry(process.pid))) {
    const owner = readIfThere(ownerFile(dir));
    if (owner === undefined) continue;
    if (isAlive(owner)) return false;
    clearDead(ownerFile(dir));
  }
  return true;
}

/** Hands a folder that this process has claimed over to the keeper. */
export function handToKeeper(dir: string, pid: number, door: KeeperDoor): void {
  const draft = `${ownerFile(dir)}.${randomUUID()}`;
  writeFileSync(draft, entry(pid, door), { mode: 0o600, flag: 'wx' });
  renameSync(draft, ownerFile(dir));
}

/** How to reach the live keeper of a data folder; undefined while there is none. */
export function keeperOf(dir: string): KeeperDoor | undefined {
  const owner = readIfThere(ownerFile(dir));
  return owner !== undefined && isAlive(owner) ? parse(owner)?.door : undefined;
}

/** Lets go of a data folder that this process has claimed and not handed over. */
export function release(dir: string): void {
  if (readIfThere(ownerFile(dir)) === entry(process.pid)) rmSync(ownerFile(dir), { force: true });
}

/** The pid of a running server, from what it wrote into its data folder. */
function runningServer(dir: string): number | undefined {
  const pid = Number(readIfThere(join(dir, 'postmaster.pid'))?.split('\n')[0]);
  // A server that was killed leaves its file behind, and its pid may be another process's by now.
  const runs = pid > 0 && commandOf(pid).replaceAll('\0', ' ').includes(`/postgres -D ${dir} `);
  return runs ? pid : undefined;
}

/** Tells a server to stop: sessions are broken off, what was committed is kept. */
export function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Stops a server whose keeper was killed and that has not stopped by itself, or not yet. */
export async function stopOrphan(dir: string): Promise<void> {
  const orphan = runningServer(dir);
  if (!orphan) return;
  interrupt(orphan);
  for (let tries = 0; tries < 600; tries++) {
    if (!runningServer(dir)) return;
    await sleep(50);
  }
  throw new Error(`The database server ${orphan} of ${dir} was left behind and does not stop.`);
}

/** The last lines a server or initdb wrote, for an error message. */
export function tail(log: string, lines = 5): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
