import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CsafFinding } from './mapping/finding';
import type { ValidationReply, ValidationRequest } from './validator-worker.mjs' with {
  'resolution-mode': 'import',
};

/** Heap of the thread; documents of the largest accepted size stay well below it. */
const HEAP_MEGABYTES = 768;

const WORKER_FILE = join(__dirname, `validator-worker${extname(__filename) === '.ts' ? '.mts' : '.mjs'}`);

/** Where the thread comes from, and where it goes when nobody needs it any more. */
export interface ThreadKeeper {
  take(start: () => Worker): Worker;
  leave(idle: Worker): Promise<unknown>;
}

let keeper: ThreadKeeper = { take: (start) => start(), leave: (idle) => idle.terminate() };

/** Has another keep the thread: its first document waits two seconds for the library's tests to load. */
export function keepThreads(by: ThreadKeeper): void {
  keeper = by;
}

let worker: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();

function takeWorker(): Worker {
  const started = keeper.take(
    () => new Worker(WORKER_FILE, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } }),
  );
  started.on('exit', () => {
    if (worker === started) worker = null;
  });
  return started;
}

function tooCostly(message: string): CsafFinding[] {
  return [{ path: '', rule: 'accord validation-cost', message }];
}

function ask(
  running: Worker,
  request: ValidationRequest,
  milliseconds: number,
): Promise<readonly CsafFinding[]> {
  return new Promise((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(deadline);
      running.removeAllListeners('message').removeAllListeners('error').off('exit', onExit);
      running.unref();
      act();
    };
    const outOfTime = (): void => {
      void running.terminate();
      worker = null;
      const seconds = milliseconds / 1000;
      settle(() => resolve(tooCostly(`Checking the document took longer than ${seconds} s.`)));
    };
    const onExit = (): void =>
      settle(() => reject(new Error('the CSAF validator thread ended during a check')));
    running.on('exit', onExit);
    running.on('message', (reply: ValidationReply) => {
      if ('findings' in reply) settle(() => resolve(reply.findings));
      else deadline = setTimeout(outOfTime, milliseconds);
    });
    running.on('error', (error: NodeJS.ErrnoException) => {
      worker = null;
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const message = `Checking the document took more than ${HEAP_MEGABYTES} MB of memory.`;
      settle(() => (outOfMemory ? resolve(tooCostly(message)) : reject(error)));
    });
    // An idle thread must not keep the process alive, a busy one must.
    running.ref();
    running.postMessage(request);
  });
}

/**
 * Runs the tests on one document in a thread beside the server's. Several of the library's tests
 * compare every item of a list with every other: 0.4 MB of `ids` take it seconds and 16 MB hours,
 * during which a server with one thread would answer nobody. Documents are taken one at a time.
 *
 * A document that takes longer than `milliseconds`, counted once the tests are loaded, or more
 * memory than the thread has, gives a finding `accord validation-cost`. Rejects only when the
 * library itself cannot be run.
 */
export function validateInThread(
  request: ValidationRequest,
  milliseconds: number,
): Promise<readonly CsafFinding[]> {
  const answer = turn.then(() => {
    worker ??= takeWorker();
    return ask(worker, request, milliseconds);
  });
  turn = answer.catch(() => undefined);
  return answer;
}

/** Ends the idle thread, when the application shuts down. */
export async function stopCsafValidator(): Promise<void> {
  await turn;
  if (worker) await keeper.leave(worker);
  worker = null;
}
