import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

/** What `ps` says of a process, for systems without /proc. */
const ps = (pid: number, column: string) =>
  spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();

function readProc(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The instant a live process started, in the system's own notation, or '' for a dead one or a zombie.
 * A pid together with this value names one process for good: pids are used again, pairs are not.
 */
export function startOf(pid: number): string {
  if (!hasProc) return ps(pid, 'lstart');
  // The command name, in parentheses, may hold spaces; what follows the last parenthesis may not.
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

/** The command line of a live process, or '' when there is none. */
export function commandOf(pid: number): string {
  return hasProc ? readProc(pid, 'cmdline') : ps(pid, 'command');
}
