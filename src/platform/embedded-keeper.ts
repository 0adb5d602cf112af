// The keeper of the embedded database: a small process of its own, in a session of its own, that runs the
// server for as long as any process uses it. Each user holds a connection open; the system closes it however
// the user ends, `kill -9` included, so no pid is watched that could be used again for another process.
//
// Node runs this file as it is, compiled or not (tests), so it imports nothing of the project and uses
// only types that can be erased.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What the keeper is told to run. */
export interface KeeperOrder {
  /** The file that names the keeper while it lives; whoever starts the keeper writes it. */
  ownerFile: string;
  /** How the server is started. */
  command: string;
  args: string[];
  spawnAs: { uid?: number; gid?: number };
  /** Where the server will listen. */
  port: number;
}

/** How a user reaches the keeper: the port, and the word without which nobody counts as a user. */
export interface KeeperDoor {
  port: number;
  token: string;
}

/** What the keeper answers to a user that it has admitted. */
export interface KeptServer {
  pid: number;
  port: number;
}

const patience = 30_000; // for the first user; the keeper may have been started by a process that was killed
const order = JSON.parse(process.argv[2] ?? '') as KeeperOrder;
const door = { token: randomUUID() };
const users = new Set<Socket>();
let server: ChildProcess | undefined;

function namesThisKeeper(): boolean {
  try {
    return readFileSync(order.ownerFile, 'utf8').includes(door.token);
  } catch {
    return false;
  }
}

/** The end of the process closes the connections of those who wait for it. */
function end(): void {
  if (namesThisKeeper()) rmSync(order.ownerFile, { force: true });
  process.exit(0);
}

function startServer(): ChildProcess {
  // The server writes to the log that is the keeper's standard error.
  const child = spawn(order.command, order.args, { stdio: ['ignore', 2, 2], ...order.spawnAs });
  child.once('error', end).once('exit', end);
  return child;
}

function admit(user: Socket): void {
  users.add(user);
  server ??= startServer();
  const kept: KeptServer = { pid: server.pid ?? 0, port: order.port };
  user.setTimeout(0).write(`${JSON.stringify(kept)}\n`);
}

/** From the moment the last user has left nobody is admitted; who comes now starts anew, after the end. */
function leave(user: Socket): void {
  if (!users.delete(user)) return void user.destroy();
  if (users.size > 0) return void user.end();
  listener.close();
  server?.kill('SIGINT');
}

// A user that leaves closes its half and waits for the other: at once where others stay, else at the very end.
const listener = createServer({ allowHalfOpen: true }, (socket) => {
  socket
    .on('error', () => leave(socket))
    .once('end', () => leave(socket))
    .once('close', () => leave(socket))
    .setTimeout(patience, () => socket.destroy())
    .once('data', (word) => {
      if (word.toString().trim() === door.token && listener.listening) admit(socket);
      else socket.destroy();
    });
});
listener.listen(0, '127.0.0.1', () => {
  const { port } = listener.address() as AddressInfo;
  const way: KeeperDoor = { port, ...door };
  process.stdout.write(`${JSON.stringify(way)}\n`);
});
setTimeout(() => {
  if (!server) end();
}, patience);

// What is sent to all processes of a service at once would take the database from those who still finish answers.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
// Whoever started the keeper may be gone before it reads the line.
process.stdout.on('error', () => undefined);
